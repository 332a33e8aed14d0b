package onebook.lender.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onebook.lender.Body;
import onebook.seal.Leaf;

/** 已开立账户清单 and the private accounts an owner declared; the newest list of a kind counts. */
final class OwnAccounts {
    /**
     * One account.
     *
     * @param code of the chart, or empty where the book does not keep it
     * @param shown bank and the end of the number
     */
    record Account(String code, String shown, String holder, boolean isClosed) { }

    private List<Account> company = new ArrayList<>();
    private final Set<String> owners = new HashSet<>();
    private boolean isListed;

    void leaf(Leaf leaf, Body body) {
        if (!leaf.kind().equals("accounts")) {
            return;
        }
        boolean isPrivate = body.textOrEmpty("kind").equals("private");
        List<Account> accounts = body.objects("accounts").stream().map(one -> new Account(
                one.textOrEmpty("account"), (one.textOrEmpty("bank") + " "
                        + one.textOrEmpty("number_end")).strip(), one.textOrEmpty("holder"),
                one.textOrEmpty("status").equals("closed"))).toList();
        if (isPrivate) {
            accounts.stream().map(Account::holder).filter(name -> !name.isEmpty())
                    .forEach(owners::add);
        } else if (body.has("part") && body.number("part") > 1) {
            company.addAll(accounts);
        } else {
            isListed = true;
            company = new ArrayList<>(accounts);
        }
    }

    boolean isListed() {
        return isListed;
    }

    List<Account> company() {
        return company;
    }

    /** True for somebody who declared private accounts. */
    boolean isOwner(String party) {
        return owners.contains(party);
    }
}
