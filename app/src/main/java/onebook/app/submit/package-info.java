/**
 * Handing over to a lender: what leaves is listed, agreed to and sent, and what left before is
 * shown.
 *
 * <p>A package flows in; consent flows out to the robot that sends. Nothing leaves unticked.
 */
package onebook.app.submit;
