/**
 * What the program says to a person, in Chinese and in English. A sentence of the catalogue and the
 * values in it go in, the same sentence in both languages comes out.
 *
 * <p>A Chinese book is sealed with Chinese reasons. Whoever reads them in English reads them
 * through here: a reason is recognised by the wording it was written with, so that nothing but the
 * plain sentence is kept. It never judges and never translates what a person or a document wrote.
 */
package onebook.words;
