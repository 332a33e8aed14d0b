package onebook.invoice;

import java.util.Locale;
import onebook.document.Reading;

/**
 * What a file stands for: an e-voucher whose issuer's signature nobody verified yet, or a picture
 * of something that has to be kept beside it (财会〔2024〕11号 第27、28条).
 */
public enum Original {
    /** The file is the e-voucher as it was received. OneBook does not verify its signature. */
    THIS_FILE,
    /** A picture of a paper: the paper is kept too. */
    PAPER,
    /** A picture of a print of an e-voucher, which is no e-voucher: the received file is kept. */
    ELECTRONIC_FILE;

    public static Original of(Reading<Invoice> reading) {
        if (!Draft.isSeen(reading.source())) {
            return THIS_FILE;
        }
        return reading.value().filter(Invoice::isElectronic).isPresent() ? ELECTRONIC_FILE : PAPER;
    }

    /** State of the issuer's signature: a picture has none. */
    public String signature() {
        return this == THIS_FILE ? "not-verified" : "none";
    }

    /** As files and command line write it: "this-file", "paper", "electronic-file". */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
