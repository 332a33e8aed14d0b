// SHA-256 and SHA-512 of FIPS 180-4, at once: asking the browser for each small leaf takes longer.

const SHA256_K = new Int32Array(64);
const SHA256_H = new Int32Array(8);
const SHA512_K = [];
const SHA512_H = [];

/** First 64 bits of the fraction of the square or cube root of a prime. */
function fraction(prime, root) {
  const scaled = BigInt(prime) << BigInt(64 * root);
  let low = 0n;
  let high = 1n << 80n;
  while (low < high) {
    const middle = low + high + 1n >> 1n;
    if (middle ** BigInt(root) <= scaled) {
      low = middle;
    } else {
      high = middle - 1n;
    }
  }
  return low & 0xffffffffffffffffn;
}

(function constants() {
  for (let prime = 2, found = 0; found < 80; prime++) {
    let isPrime = true;
    for (let i = 2; i * i <= prime; i++) {
      isPrime = isPrime && prime % i !== 0;
    }
    if (isPrime) {
      SHA512_K.push(fraction(prime, 3));
      if (found < 64) {
        SHA256_K[found] = Number(SHA512_K[found] >> 32n);
      }
      if (found < 8) {
        SHA512_H.push(fraction(prime, 2));
        SHA256_H[found] = Number(SHA512_H[found] >> 32n);
      }
      found++;
    }
  }
})();

/** SHA-256 that is fed piece by piece; one is enough, since each hash is asked for at once. */
class Sha256 {
  constructor() {
    this.state = new Int32Array(8);
    this.block = new Uint8Array(64);
    this.words = new Int32Array(64);
    this.begin();
  }

  begin() {
    this.state.set(SHA256_H);
    this.filled = 0;
    this.length = 0;
    return this;
  }

  update(bytes) {
    let at = 0;
    this.length += bytes.length;
    if (this.filled > 0) {
      at = Math.min(64 - this.filled, bytes.length);
      this.block.set(bytes.subarray(0, at), this.filled);
      this.filled += at;
      if (this.filled < 64) {
        return this;
      }
      this.compress(this.block, 0);
    }
    for (; at + 64 <= bytes.length; at += 64) {
      this.compress(bytes, at);
    }
    this.block.set(bytes.subarray(at));
    this.filled = bytes.length - at;
    return this;
  }

  compress(bytes, from) {
    const w = this.words;
    const s = this.state;
    const k = SHA256_K;
    for (let i = 0, at = from; i < 16; i++, at += 4) {
      w[i] = bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3];
    }
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15];
      const y = w[i - 2];
      w[i] = (w[i - 16] + w[i - 7] | 0)
        + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3)
        + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10) | 0;
    }
    let a = s[0], b = s[1], c = s[2], d = s[3], e = s[4], f = s[5], g = s[6], h = s[7];
    for (let i = 0; i < 64; i++) {
      const one = (h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) | 0)
        + (e & f ^ ~e & g) + (k[i] + w[i] | 0) | 0;
      const two = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10))
        + (a & b ^ a & c ^ b & c) | 0;
      h = g;
      g = f;
      f = e;
      e = d + one | 0;
      d = c;
      c = b;
      b = a;
      a = one + two | 0;
    }
    s[0] += a;
    s[1] += b;
    s[2] += c;
    s[3] += d;
    s[4] += e;
    s[5] += f;
    s[6] += g;
    s[7] += h;
  }

  digest() {
    const bits = this.length * 8;
    this.block[this.filled++] = 0x80;
    if (this.filled > 56) {
      this.block.fill(0, this.filled);
      this.compress(this.block, 0);
      this.filled = 0;
    }
    this.block.fill(0, this.filled);
    this.bytesOf(Math.floor(bits / 0x100000000), this.block, 56);
    this.bytesOf(bits % 0x100000000, this.block, 60);
    this.compress(this.block, 0);
    const out = new Uint8Array(32);
    for (let i = 0; i < 8; i++) {
      this.bytesOf(this.state[i], out, 4 * i);
    }
    return out;
  }

  bytesOf(word, into, at) {
    into[at] = word >>> 24;
    into[at + 1] = word >>> 16;
    into[at + 2] = word >>> 8;
    into[at + 3] = word;
  }
}

const HASHER = new Sha256();

/** 32 bytes. */
function sha256(bytes) {
  return HASHER.begin().update(bytes).digest();
}

/** 64 bytes; slow, for signatures only. */
function sha512(bytes) {
  const padded = new Uint8Array(Math.ceil((bytes.length + 17) / 128) * 128);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  const mask = 0xffffffffffffffffn;
  const turn = (x, by) => (x >> by | x << 64n - by) & mask;
  const state = SHA512_H.slice();
  const w = [];
  for (let from = 0; from < padded.length; from += 128) {
    const view = new DataView(padded.buffer, from, 128);
    for (let i = 0; i < 80; i++) {
      w[i] = i < 16 ? view.getBigUint64(8 * i) : w[i - 16] + w[i - 7]
        + (turn(w[i - 15], 1n) ^ turn(w[i - 15], 8n) ^ w[i - 15] >> 7n)
        + (turn(w[i - 2], 19n) ^ turn(w[i - 2], 61n) ^ w[i - 2] >> 6n) & mask;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 80; i++) {
      const one = h + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) + (e & f ^ (e ^ mask) & g)
        + SHA512_K[i] + w[i];
      const two = (turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + (a & b ^ a & c ^ b & c);
      [h, g, f, e, d, c, b, a] = [g, f, e, d + one & mask, c, b, a, one + two & mask];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => {
      state[i] = state[i] + word & mask;
    });
  }
  const out = new DataView(new ArrayBuffer(64));
  state.forEach((word, i) => out.setBigUint64(8 * i, word));
  return new Uint8Array(out.buffer);
}
