/**
 * What a verifier found in a package, as a loan officer reads it: the verdict, the differences to
 * explain, the months, how much others' papers show, the ratios.
 *
 * <p>A verdict flows in; nothing flows out. Nothing is added up or graded here.
 */
package onebook.app.verdict;
