// Verifying signatures of RFC 8032 strictly: 64 bytes, S below the order, points in their one form,
// no cofactor. One routine for every browser, so that all of them say the same.

const Ed25519 = (() => {
  const P = (1n << 255n) - 19n;
  const ORDER = (1n << 252n) + 27742317777372353535851937790883648493n;
  const mod = x => {
    const rest = x % P;
    return rest < 0n ? rest + P : rest;
  };
  const power = (base, exponent) => {
    let result = 1n;
    for (let b = mod(base), e = exponent; e > 0n; e >>= 1n, b = mod(b * b)) {
      if (e & 1n) {
        result = mod(result * b);
      }
    }
    return result;
  };
  const inverse = x => power(x, P - 2n);
  const D = mod(-121665n * inverse(121666n));
  const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);
  const NEUTRAL = [0n, 1n, 1n, 0n];
  /** y of the points whose order divides 8. */
  const SMALL = [0n, 1n, P - 1n,
    0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
    0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n];

  function number(bytes) {
    let value = 0n;
    for (let i = bytes.length - 1; i >= 0; i--) {
      value = value << 8n | BigInt(bytes[i]);
    }
    return value;
  }

  /** A point in extended coordinates, or null where the 32 bytes are none. */
  function decode(bytes) {
    const all = number(bytes);
    const y = all & (1n << 255n) - 1n;
    const isOdd = all >> 255n;
    if (y >= P) {
      return null;
    }
    const u = mod(y * y - 1n);
    const v = mod(D * y * y + 1n);
    let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (P - 5n) / 8n));
    const square = mod(v * x * x);
    if (square !== u) {
      if (square !== mod(-u)) {
        return null;
      }
      x = mod(x * ROOT_OF_MINUS_ONE);
    }
    if (x === 0n && isOdd === 1n) {
      return null;
    }
    x = (x & 1n) === isOdd ? x : P - x;
    return [x, y, 1n, mod(x * y)];
  }

  /** The one form of a point. */
  function encode([x, y, z]) {
    const inverted = inverse(z);
    let rest = mod(y * inverted) | (mod(x * inverted) & 1n) << 255n;
    const bytes = new Uint8Array(32);
    for (let i = 0; i < 32; i++, rest >>= 8n) {
      bytes[i] = Number(rest & 255n);
    }
    return bytes;
  }

  function add([x1, y1, z1, t1], [x2, y2, z2, t2]) {
    const a = mod((y1 - x1) * (y2 - x2));
    const b = mod((y1 + x1) * (y2 + x2));
    const c = mod(2n * D * t1 * t2);
    const d = mod(2n * z1 * z2);
    const e = b - a, f = d - c, g = d + c, h = b + a;
    return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
  }

  function doubled([x, y, z]) {
    const a = mod(x * x);
    const b = mod(y * y);
    const c = 2n * mod(z * z);
    const h = a + b;
    const e = h - mod((x + y) * (x + y));
    const g = a - b;
    const f = c + g;
    return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
  }

  /** one times the first point and other times the second, in one walk over the bits. */
  function bothTimes(one, first, other, second) {
    const both = add(first, second);
    let sum = NEUTRAL;
    for (let bit = 255n; bit >= 0n; bit--) {
      sum = doubled(sum);
      const isOne = one >> bit & 1n;
      const isOther = other >> bit & 1n;
      if (isOne || isOther) {
        sum = add(sum, isOne ? isOther ? both : first : second);
      }
    }
    return sum;
  }

  const baseBytes = new Uint8Array(32).fill(0x66);
  baseBytes[0] = 0x58;
  const BASE = decode(baseBytes);

  /** True where the 32 bytes are in the one form of a key, and none of small order. */
  function isKey(bytes) {
    const all = number(bytes);
    const y = all & (1n << 255n) - 1n;
    return bytes.length === 32 && y < P && !SMALL.includes(y);
  }

  /** True where the 64 bytes are a signature of the message by the 32 bytes of key. */
  function isSigned(key, message, signature) {
    if (key.length !== 32 || signature.length !== 64) {
      return false;
    }
    const s = number(signature.subarray(32));
    const a = decode(key);
    if (s >= ORDER || a === null) {
      return false;
    }
    const k = number(sha512(joined([signature.subarray(0, 32), key, message]))) % ORDER;
    const minusA = [P - a[0], a[1], 1n, P - a[3]];
    return isSame(encode(bothTimes(s, BASE, k, minusA)), signature.subarray(0, 32));
  }

  return {isKey, isSigned};
})();
