package onebook.lender;

/** A name was to be hidden and stands where nothing can be covered; no package is written. */
public final class StillShownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StillShownException(String member) {
        super("a name that is to be hidden stands in " + member);
    }
}
