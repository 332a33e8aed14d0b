// Bytes and texts without forgiveness: what is not in its one form is malformed.

class Malformed extends Error { }

function check(holds, otherwise) {
  if (!holds) {
    throw new Malformed(otherwise);
  }
}

const STRICT = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
const ENCODER = new TextEncoder();

/** The text of UTF-8; no replacement characters are put in. */
function textOf(bytes) {
  try {
    return STRICT.decode(bytes);
  } catch (broken) {
    throw new Malformed('not UTF-8');
  }
}

/** UTF-8 of a text. Requires a text without half surrogates. */
function utf8(text) {
  return ENCODER.encode(text);
}

const HEX = Array.from({length: 256}, (none, i) => i.toString(16).padStart(2, '0'));

function hex(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    text += HEX[bytes[i]];
  }
  return text;
}

function isSame(one, other) {
  if (one.length !== other.length) {
    return false;
  }
  for (let i = 0; i < one.length; i++) {
    if (one[i] !== other[i]) {
      return false;
    }
  }
  return true;
}

function joined(parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = bytes[i] << 16 | (bytes[i + 1] || 0) << 8 | (bytes[i + 2] || 0);
    const left = bytes.length - i;
    text += BASE64[three >> 18] + BASE64[three >> 12 & 63]
      + (left > 1 ? BASE64[three >> 6 & 63] : '=') + (left > 2 ? BASE64[three & 63] : '=');
  }
  return text;
}

/** Only what base64() would write: padding there, unused bits zero. */
function unbase64(text) {
  check(text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text), 'not base64');
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array(text.length / 4 * 3 - padding);
  for (let i = 0, at = 0; i < text.length; i += 4) {
    let four = 0;
    for (let j = 0; j < 4; j++) {
      four = four << 6 | Math.max(0, BASE64.indexOf(text[i + j]));
    }
    for (let shift = 16; shift >= 0 && at < bytes.length; shift -= 8) {
      bytes[at++] = four >> shift & 255;
    }
  }
  check(base64(bytes) === text, 'not base64 in canonical form');
  return bytes;
}

/** True where no half of a surrogate pair stands alone. */
function isWhole(text) {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00) {
      const next = text.charCodeAt(++i);
      if (!(next >= 0xdc00 && next < 0xe000)) {
        return false;
      }
    } else if (unit >= 0xdc00 && unit < 0xe000) {
      return false;
    }
  }
  return true;
}

/** Order of UTF-16 units, as names and keys are sorted. */
function byUnits(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
