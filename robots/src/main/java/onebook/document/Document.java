package onebook.document;

import java.nio.file.Path;

/**
 * A file somebody gave us, kept unchanged.
 *
 * @param id SHA-256 of the bytes, 64 lower-case hex digits: the same file has the same id
 * @param name the file name it came with, without folders
 * @param size in bytes
 * @param path where its bytes can be read
 */
public record Document(String id, String name, Media media, long size, Path path) {
    /** What the bytes are; found by looking at them, never by the name's ending. */
    public enum Media { XML, OFD, PDF, PNG, JPEG, TIFF, CSV, XLSX, XLS, UNKNOWN }
}
