/**
 * An invoice or a bank line goes in, a proposal with the rule's name and reason comes out, or the
 * reason why a person must look. Rules are data; their conditions can compute but not act.
 * Nothing is posted here.
 */
package onebook.rules;
