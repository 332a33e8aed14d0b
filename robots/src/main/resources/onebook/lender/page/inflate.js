// gzip (RFC 1952) with exactly one stream and nothing behind it, unpacked as RFC 1951 says.

const CRC_TABLE = new Int32Array(256).map((zero, i) => {
  let crc = i;
  for (let bit = 0; bit < 8; bit++) {
    crc = crc & 1 ? crc >>> 1 ^ 0xedb88320 : crc >>> 1;
  }
  return crc;
});

function crc32(bytes) {
  let crc = -1;
  for (let i = 0; i < bytes.length; i++) {
    crc = crc >>> 8 ^ CRC_TABLE[(crc ^ bytes[i]) & 255];
  }
  return (crc ^ -1) >>> 0;
}

/** The codes of one alphabet by how many bits they have, in order. */
class Codes {
  /** Refuses codes that are too many or, but for a single one of one bit, too few. */
  constructor(lengths) {
    this.counts = new Uint16Array(16);
    lengths.forEach(length => this.counts[length]++);
    this.counts[0] = 0;
    const offsets = new Uint16Array(17);
    let left = 1;
    for (let bits = 1; bits < 16; bits++) {
      left = left * 2 - this.counts[bits];
      check(left >= 0, 'the leaves are packed with too many codes');
      offsets[bits + 1] = offsets[bits] + this.counts[bits];
    }
    const isSingle = this.counts[1] === 1 && offsets[16] === 1;
    check(left === 0 || isSingle || offsets[16] === 0, 'the leaves are packed with too few codes');
    this.symbols = new Uint16Array(offsets[16]);
    lengths.forEach((length, symbol) => {
      if (length > 0) {
        this.symbols[offsets[length]++] = symbol;
      }
    });
    this.index();
  }

  /** For the next nine bits: the symbol and its length, where it has no more than nine. */
  index() {
    this.fast = new Int32Array(512).fill(-1);
    let code = 0;
    let at = 0;
    for (let bits = 1; bits <= 9; bits++) {
      for (let i = 0; i < this.counts[bits]; i++, code++, at++) {
        let turned = 0;
        for (let bit = 0; bit < bits; bit++) {
          turned |= (code >> bit & 1) << bits - 1 - bit;
        }
        for (let more = turned; more < 512; more += 1 << bits) {
          this.fast[more] = this.symbols[at] << 4 | bits;
        }
      }
      code <<= 1;
    }
  }
}

const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67,
  83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5,
  5, 5, 0];
const DISTANCE_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513,
  769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10,
  11, 11, 12, 12, 13, 13];
const LENGTHS_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const FIXED_LITERALS = new Codes(new Uint8Array(288).map((zero, i) =>
  i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));
const FIXED_DISTANCES = new Codes(new Uint8Array(32).fill(5));
const WRONG = 'the leaves are not packed as they should be';

class Inflater {
  constructor(bytes, from, most) {
    this.bytes = bytes;
    this.at = from;
    this.most = most;
    this.hold = 0;
    this.held = 0;
    this.out = new Uint8Array(Math.min(most, Math.max(1 << 16, 12 * bytes.length)));
    this.size = 0;
  }

  bits(count) {
    while (this.held < count) {
      check(this.at < this.bytes.length, WRONG);
      this.hold |= this.bytes[this.at++] << this.held;
      this.held += 8;
    }
    const value = this.hold & (1 << count) - 1;
    this.hold >>>= count;
    this.held -= count;
    return value;
  }

  symbol(codes) {
    while (this.held < 15 && this.at < this.bytes.length) {
      this.hold |= this.bytes[this.at++] << this.held;
      this.held += 8;
    }
    const found = codes.fast[this.hold & 511];
    if (found >= 0 && (found & 15) <= this.held) {
      this.hold >>>= found & 15;
      this.held -= found & 15;
      return found >> 4;
    }
    return this.longSymbol(codes);
  }

  longSymbol(codes) {
    let code = 0, first = 0, index = 0;
    for (let bits = 1; bits < 16; bits++) {
      code |= this.bits(1);
      const count = codes.counts[bits];
      if (code - count < first) {
        return codes.symbols[index + code - first];
      }
      index += count;
      first = first + count << 1;
      code <<= 1;
    }
    throw new Malformed(WRONG);
  }

  room(more) {
    check(this.size + more <= this.most, 'the leaves unpack to more than a book can');
    if (this.size + more > this.out.length) {
      const larger = new Uint8Array(Math.min(this.most,
        Math.max(2 * this.out.length, this.size + more)));
      larger.set(this.out.subarray(0, this.size));
      this.out = larger;
    }
  }

  /** Back to where a byte begins; gives back whole bytes that were taken too early. */
  align() {
    this.at -= this.held >> 3;
    this.hold = 0;
    this.held = 0;
  }

  stored() {
    this.align();
    const [a, b, c, d] = this.bytes.subarray(this.at, this.at + 4);
    const length = a | b << 8;
    check(this.at + 4 <= this.bytes.length && length === (~(c | d << 8) & 0xffff)
      && this.at + 4 + length <= this.bytes.length, WRONG);
    this.room(length);
    this.out.set(this.bytes.subarray(this.at + 4, this.at + 4 + length), this.size);
    this.size += length;
    this.at += 4 + length;
  }

  codes() {
    const literals = this.bits(5) + 257;
    const distances = this.bits(5) + 1;
    const count = this.bits(4) + 4;
    check(literals <= 286 && distances <= 30, WRONG);
    const some = new Uint8Array(19);
    for (let i = 0; i < count; i++) {
      some[LENGTHS_ORDER[i]] = this.bits(3);
    }
    const code = new Codes(some);
    const lengths = new Uint8Array(literals + distances);
    for (let i = 0; i < lengths.length;) {
      const one = this.symbol(code);
      if (one < 16) {
        lengths[i++] = one;
        continue;
      }
      check(one !== 16 || i > 0, WRONG);
      const value = one === 16 ? lengths[i - 1] : 0;
      const times = one === 16 ? 3 + this.bits(2) : one === 17 ? 3 + this.bits(3)
        : 11 + this.bits(7);
      check(i + times <= lengths.length, WRONG);
      lengths.fill(value, i, i += times);
    }
    check(lengths[256] > 0, WRONG);
    return [new Codes(lengths.subarray(0, literals)), new Codes(lengths.subarray(literals))];
  }

  packed(literals, distances) {
    for (;;) {
      const symbol = this.symbol(literals);
      if (symbol < 256) {
        this.room(1);
        this.out[this.size++] = symbol;
      } else if (symbol === 256) {
        return;
      } else {
        check(symbol < 286, WRONG);
        const length = LENGTH_BASE[symbol - 257] + this.bits(LENGTH_BITS[symbol - 257]);
        const far = this.symbol(distances);
        check(far < 30, WRONG);
        const distance = DISTANCE_BASE[far] + this.bits(DISTANCE_BITS[far]);
        check(distance <= this.size, WRONG);
        this.room(length);
        for (let i = 0; i < length; i++, this.size++) {
          this.out[this.size] = this.out[this.size - distance];
        }
      }
    }
  }

  all() {
    for (let isLast = 0; isLast === 0;) {
      isLast = this.bits(1);
      const kind = this.bits(2);
      check(kind < 3, WRONG);
      if (kind === 0) {
        this.stored();
      } else {
        this.packed(...(kind === 1 ? [FIXED_LITERALS, FIXED_DISTANCES] : this.codes()));
      }
    }
    this.align();
    return this.out.subarray(0, this.size);
  }
}

/** What one gzip stream holds; at most so many bytes. */
function gunzip(bytes, most) {
  check(bytes.length >= 18 && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
    && (bytes[3] & 0x1e) === 0, WRONG);
  const inflater = new Inflater(bytes, 10, most);
  const out = inflater.all();
  check(inflater.at + 8 === bytes.length, 'something behind the packed leaves');
  const tail = new DataView(bytes.buffer, bytes.byteOffset + inflater.at, 8);
  check(tail.getUint32(0, true) === crc32(out) && tail.getUint32(4, true) === out.length >>> 0,
    WRONG);
  return out;
}
