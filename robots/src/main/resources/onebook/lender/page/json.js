// vb-jcs-1: JSON in exactly one form. The reader refuses at the first character that a writer of
// this form would not have written. Objects have no prototype: any key is only a key.

const DEEPEST = 64;
const KEY = /^[a-z0-9_]+$/;
/** An object without anything inherited. */
function Bare() { }
Bare.prototype = Object.create(null);
const SHORT_ESCAPES = {b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', '\\': '\\'};

class Scanner {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  wrong(what) {
    return new Malformed(`${what} at ${this.at}`);
  }

  peek() {
    if (this.at >= this.text.length) {
      throw this.wrong('the end');
    }
    return this.text.charCodeAt(this.at);
  }

  expect(unit) {
    if (this.peek() !== unit) {
      throw this.wrong('not ' + String.fromCharCode(unit));
    }
    this.at++;
  }

  document() {
    const value = this.value(1);
    if (this.at !== this.text.length) {
      throw this.wrong('something after the value');
    }
    return value;
  }

  value(depth) {
    if (depth > DEEPEST) {
      throw this.wrong('deeper than ' + DEEPEST);
    }
    switch (this.peek()) {
      case 0x7b: return this.object(depth);
      case 0x5b: return this.array(depth);
      case 0x22: return this.string();
      case 0x74: return this.word('true', true);
      case 0x66: return this.word('false', false);
      default: return this.number();
    }
  }

  object(depth) {
    const object = new Bare();
    let last = '';
    this.at++;
    if (this.peek() === 0x7d) {
      this.at++;
      return object;
    }
    do {
      const key = this.string();
      if (!KEY.test(key) || key <= last) {
        throw this.wrong('not a key or keys not in order');
      }
      this.expect(0x3a);
      object[key] = this.value(depth + 1);
      last = key;
    } while (this.more(0x7d));
    return object;
  }

  array(depth) {
    const items = [];
    this.at++;
    if (this.peek() === 0x5d) {
      this.at++;
      return items;
    }
    do {
      items.push(this.value(depth + 1));
    } while (this.more(0x5d));
    return items;
  }

  more(end) {
    const unit = this.peek();
    this.at++;
    if (unit !== 0x2c && unit !== end) {
      throw this.wrong('neither a comma nor the end');
    }
    return unit === 0x2c;
  }

  string() {
    this.expect(0x22);
    const text = this.text;
    let out = '';
    let from = this.at;
    for (;;) {
      const unit = this.peek();
      if (unit === 0x22) {
        out += text.slice(from, this.at++);
        return out;
      }
      if (unit < 0x20) {
        throw this.wrong('a control character');
      }
      if (unit === 0x5c) {
        out += text.slice(from, this.at) + this.escaped();
        from = this.at;
      } else {
        this.at++;
      }
    }
  }

  /** Only the escapes that RFC 8785 writes: the short ones, and u00xx for other controls. */
  escaped() {
    this.at++;
    const letter = String.fromCharCode(this.peek());
    this.at++;
    if (Object.hasOwn(SHORT_ESCAPES, letter)) {
      return SHORT_ESCAPES[letter];
    }
    const digits = this.text.slice(this.at, this.at + 4);
    const code = /^00[01][0-9a-f]$/.test(digits) ? parseInt(digits, 16) : -1;
    if (letter !== 'u' || code < 0 || '\b\t\n\f\r'.includes(String.fromCharCode(code))) {
      throw this.wrong('an escape that is not canonical');
    }
    this.at += 4;
    return String.fromCharCode(code);
  }

  word(word, value) {
    if (!this.text.startsWith(word, this.at)) {
      throw this.wrong('not a value');
    }
    this.at += word.length;
    return value;
  }

  number() {
    const from = this.at;
    const isNegative = this.peek() === 0x2d;
    this.at += isNegative ? 1 : 0;
    const first = this.at;
    while (this.at < this.text.length && this.isDigit()) {
      this.at++;
    }
    const digits = this.at - first;
    const isLed = digits > 0 && this.text[first] === '0' && (digits > 1 || isNegative);
    const value = Number(this.text.slice(from, this.at));
    if (digits === 0 || digits > 16 || isLed || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
      throw this.wrong('not a value');
    }
    return value;
  }

  isDigit() {
    const unit = this.text.charCodeAt(this.at);
    return unit >= 0x30 && unit <= 0x39;
  }
}

function parseJson(bytes) {
  return new Scanner(textOf(bytes)).document();
}

/** A JSON object of somebody else: every access says what form it wants, or malformed. */
class Body {
  constructor(values) {
    check(typeof values === 'object' && !Array.isArray(values), 'not an object');
    this.values = values;
  }

  has(key) {
    return key in this.values;
  }

  keys() {
    return Object.keys(this.values);
  }

  /** True where it has exactly these keys, and perhaps some of the others. */
  isOnly(keys, others) {
    return keys.every(key => this.has(key))
      && this.keys().every(key => keys.includes(key) || others.includes(key));
  }

  text(key) {
    check(typeof this.values[key] === 'string', 'no text: ' + key);
    return this.values[key];
  }

  textOrEmpty(key) {
    return this.has(key) ? this.text(key) : '';
  }

  number(key) {
    check(typeof this.values[key] === 'number', 'no number: ' + key);
    return this.values[key];
  }

  list(key) {
    check(Array.isArray(this.values[key]), 'no list: ' + key);
    return this.values[key];
  }

  objects(key) {
    return this.list(key).map(value => new Body(value));
  }

  /** null where there is none. */
  object(key) {
    return this.has(key) ? new Body(this.values[key]) : null;
  }

  /** An amount in the currency of the book, or null where there is none. */
  money(key) {
    if (!this.has(key)) {
      return null;
    }
    check(/^-?(0|[1-9][0-9]{0,15})\.[0-9]{2}$/.test(this.text(key)), 'no amount: ' + key);
    return Money.cny(BigInt(this.text(key).replace('.', '')));
  }

  date(key) {
    return parseDate(this.text(key));
  }

  period(key) {
    return parsePeriod(this.text(key));
  }
}
