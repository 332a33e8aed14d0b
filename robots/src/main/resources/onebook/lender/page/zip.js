// The container: built again from what it holds and compared byte for byte, so that no byte of the
// file is without meaning.

const Zip = (() => {
  const LOCAL = 30, CENTRAL = 46, END = 22;
  const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;
  const MIMETYPE = 'mimetype';

  /** mimetype first, then in order of ASCII. */
  function byName(one, other) {
    const first = Number(one !== MIMETYPE) - Number(other !== MIMETYPE);
    return first !== 0 ? first : byUnits(one, other);
  }

  function record(length) {
    return new DataView(new ArrayBuffer(length));
  }

  /** Version, flags, method, time, date, CRC, both sizes, length of name and of extra field. */
  function common(out, at, member) {
    out.setUint16(at, 10, true);
    out.setUint16(at + 8, 0x21, true);
    out.setUint32(at + 10, member.crc, true);
    out.setUint32(at + 14, member.size, true);
    out.setUint32(at + 18, member.size, true);
    out.setUint16(at + 22, member.name.length, true);
  }

  function named(out, length, member) {
    const bytes = new Uint8Array(out.buffer);
    for (let i = 0; i < member.name.length; i++) {
      bytes[length + i] = member.name.charCodeAt(i);
    }
    return bytes;
  }

  function local(member) {
    const out = record(LOCAL + member.name.length);
    out.setUint32(0, 0x04034b50, true);
    common(out, 4, member);
    return named(out, LOCAL, member);
  }

  function central(member) {
    const out = record(CENTRAL + member.name.length);
    out.setUint32(0, 0x02014b50, true);
    out.setUint16(4, 10, true);
    common(out, 6, member);
    out.setUint32(42, member.offset, true);
    return named(out, CENTRAL, member);
  }

  function end(count, offset, size) {
    const out = record(END);
    out.setUint32(0, 0x06054b50, true);
    out.setUint16(8, count, true);
    out.setUint16(10, count, true);
    out.setUint32(12, size, true);
    out.setUint32(16, offset, true);
    return new Uint8Array(out.buffer);
  }

  /** A record of the directory; it must be what would be written at that offset. */
  function place(directory, at, offset) {
    check(directory.length - at >= CENTRAL, 'the directory is cut');
    const fields = new DataView(directory.buffer, directory.byteOffset + at);
    const until = at + CENTRAL + fields.getUint16(28, true);
    check(until <= directory.length, 'the directory is cut');
    const name = String.fromCharCode(...directory.subarray(at + CENTRAL, until));
    check(name.length <= 200 && NAME.test(name), 'not a name in a package');
    const member = {name, crc: fields.getUint32(16, true), size: fields.getUint32(24, true),
      offset};
    check(isSame(central(member), directory.subarray(at, until)),
      'the directory is not in its form');
    return {...member, next: until, content: offset + LOCAL + name.length};
  }

  /** Members by name, in order: {name, size, content, sha256}. */
  async function open(bytes, pause) {
    check(bytes.length >= END && bytes.length <= 0xfffffffe, 'not the size of a package');
    const tail = bytes.subarray(bytes.length - END);
    const fields = new DataView(tail.buffer, tail.byteOffset, END);
    const count = fields.getUint16(10, true);
    const size = fields.getUint32(12, true);
    const offset = bytes.length - END - size;
    check(offset >= 0 && size <= count * 300 && count <= 65534
      && isSame(tail, end(count, offset, size)), 'the end of the container is not in its form');
    const directory = bytes.subarray(offset, offset + size);
    const members = new Map();
    let at = 0, position = 0, last = null;
    for (let i = 0; i < count; i++) {
      const member = place(directory, at, position);
      at = member.next;
      position = member.content + member.size;
      check(position <= offset, 'a member runs into the directory');
      check(isSame(local(member), bytes.subarray(member.offset, member.content)),
        'a header is not in its form');
      check(last === null || byName(last, member.name) < 0, 'the members are not in order');
      const content = bytes.subarray(member.content, position);
      check(crc32(content) === member.crc, 'a check sum is wrong');
      members.set(member.name, {name: member.name, size: member.size, content: member.content,
        sha256: hex(sha256(content))});
      last = member.name;
      await pause('members', position / bytes.length);
    }
    check(at === directory.length && position === offset, 'something between the members');
    check(members.size > 0 && members.keys().next().value === MIMETYPE, 'no mimetype');
    return new Members(bytes, members);
  }

  /** What a container holds. */
  class Members {
    constructor(bytes, members) {
      this.bytes = bytes;
      this.members = members;
    }

    has(name) {
      return this.members.has(name);
    }

    get(name) {
      check(this.members.has(name), 'no ' + name);
      return this.members.get(name);
    }

    all() {
      return [...this.members.values()];
    }

    /** The names behind a prefix. */
    below(prefix) {
      return this.all().map(one => one.name).filter(name => name.startsWith(prefix));
    }

    read(name, limit) {
      const member = this.get(name);
      check(member.size <= limit, `${name} has ${member.size} bytes`);
      return this.bytes.subarray(member.content, member.content + member.size);
    }

    isContent(name, sha256OfIt) {
      return this.members.has(name) && this.members.get(name).sha256 === sha256OfIt;
    }
  }

  return {open, MIMETYPE};
})();
