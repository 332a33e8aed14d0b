/**
 * What a month, a quarter and a year end with. Sums of the book, dated rules and what the company
 * settled flow in; proposals flow out, each saying how it was reckoned: closing entries, the
 * depreciation of fixed assets, entries that come back every month, wages. Questions to ask before
 * a month is closed are answered from the same sums. Nothing is posted or kept here.
 */
package onebook.closing;
