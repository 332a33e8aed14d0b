package onebook.store;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import onebook.store.EncryptedHead.Kind;

/** What is known of an encrypted file, with the size of what it holds. */
record PlainAttributes(BasicFileAttributes onDisk) implements BasicFileAttributes {
    @Override
    public long size() {
        return isRegularFile() ? EncryptedOutput.plainSize(
                onDisk.size() - EncryptedHead.length(Kind.EVIDENCE)) : onDisk.size();
    }

    @Override
    public FileTime lastModifiedTime() {
        return onDisk.lastModifiedTime();
    }

    @Override
    public FileTime lastAccessTime() {
        return onDisk.lastAccessTime();
    }

    @Override
    public FileTime creationTime() {
        return onDisk.creationTime();
    }

    @Override
    public boolean isRegularFile() {
        return onDisk.isRegularFile();
    }

    @Override
    public boolean isDirectory() {
        return onDisk.isDirectory();
    }

    @Override
    public boolean isSymbolicLink() {
        return onDisk.isSymbolicLink();
    }

    @Override
    public boolean isOther() {
        return onDisk.isOther();
    }

    @Override
    public Object fileKey() {
        return onDisk.fileKey();
    }
}
