/**
 * The inbox: what the robots could not book alone, one after the other under a person's eyes.
 *
 * <p>Waiting items flow in; accept and reject flow out to the desk. New files enter here, too.
 */
package onebook.app.inbox;
