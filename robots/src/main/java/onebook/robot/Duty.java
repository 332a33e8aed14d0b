package onebook.robot;

/** What somebody may do with a book; roles are sets of these. */
public enum Duty {
    /** Looks at anything. */
    READ,
    /** 制单: writes drafts of vouchers, decides what becomes of waiting items. */
    PREPARE,
    /** 审核: approves what others wrote. */
    REVIEW,
    /** 记账: lets reviewed vouchers into the book. */
    POST,
    /** Starts robots, whose entries stand under the name of whoever authorised their rules. */
    RUN,
    /** Ends months. */
    CLOSE,
    /** Answers with his name for what a rule posts. */
    AUTHORISE,
    /** Takes workbooks and files out of the book. */
    EXPORT,
    /** Hands the book to a lender. */
    LEND,
    /** Says who the people of the book are and what they may do. */
    ADMINISTER
}
