package onebook.robot;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** 岗位: what a person of a book is there for. A person may have several. */
public enum Role {
    /** 制单会计. */
    BOOKKEEPER(Duty.READ, Duty.PREPARE, Duty.RUN, Duty.EXPORT, Duty.LEND),
    /** 审核. */
    REVIEWER(Duty.READ, Duty.REVIEW, Duty.AUTHORISE, Duty.EXPORT),
    /** 记账. */
    POSTER(Duty.READ, Duty.POST, Duty.RUN, Duty.CLOSE, Duty.EXPORT),
    /** 出纳: never reviews, and keeps out of the accounts that templates/people names. */
    CASHIER(Duty.READ, Duty.PREPARE),
    /** 单位负责人. */
    OWNER(Duty.READ, Duty.RUN, Duty.AUTHORISE, Duty.EXPORT, Duty.LEND, Duty.ADMINISTER),
    /** Reads and takes copies, changes nothing; goes with no other role. */
    AUDITOR(Duty.READ, Duty.EXPORT);

    private final Set<Duty> duties = EnumSet.noneOf(Duty.class);

    Role(Duty... duties) {
        Collections.addAll(this.duties, duties);
    }

    public boolean includes(Duty duty) {
        return duties.contains(duty);
    }

    /** As the command line and the log write it: "bookkeeper". */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
