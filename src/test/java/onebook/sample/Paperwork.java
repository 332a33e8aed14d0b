package onebook.sample;

/**
 * An invoice in the form it came in.
 *
 * @param file name in the folder of documents
 * @param waits why it is not booked; empty where it is
 * @param copyOf the file it is an exact copy of; empty for most
 */
record Paperwork(Bill bill, Form form, String file, String waits, String copyOf) {
    /** OLD_OFD has original_invoice.xml inside, OFD tags; BLUR is a scan nobody can read. */
    enum Form { XML, OFD, OLD_OFD, PDF, SCAN, BLUR }

    String source() {
        return "documents/" + file;
    }
}
