// Exact amounts: whole minor units in 64 bits, of one currency; no floating point anywhere.

const MOST = (1n << 63n) - 1n;
const LEAST = -(1n << 63n);
const DIGITS = new Map();

[[-1, 'XAG XAU XBA XBB XBC XBD XDR XFO XFU XPD XPT XSU XTS XUA XXX'],
  [0, 'ADP BEF BIF BYB BYR CLP DJF ESP GNF GRD ISK ITL JPY KMF KRW LUF MGF PTE PYG ROL RWF TPE '
    + 'TRL UGX UYI VND VUV XAF XOF XPF'],
  [2, 'AED AFA AFN ALL AMD ANG AOA ARS ATS AUD AWG AYM AZM AZN BAM BBD BDT BGL BGN BMD BND BOB '
    + 'BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CSD CUC CUP CVE CYP CZK '
    + 'DEM DKK DOP DZD EEK EGP ERN ETB EUR FIM FJD FKP FRF GBP GEL GHC GHS GIP GMD GTQ GWP GYD '
    + 'HKD HNL HRK HTG HUF IDR IEP ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL '
    + 'LTL LVL MAD MDL MGA MKD MMK MNT MOP MRO MRU MTL MUR MVR MWK MXN MXV MYR MZM MZN NAD NGN '
    + 'NIO NLG NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB RUR SAR SBD SCR SDD SDG SEK '
    + 'SGD SHP SIT SKK SLE SLL SOS SRD SRG SSP STD STN SVC SYP SZL THB TJS TMM TMT TOP TRY TTD '
    + 'TWD TZS UAH USD USN USS UYU UZS VEB VED VEF VES WST XCD XCG YER YUM ZAR ZMK ZMW ZWD ZWG '
    + 'ZWL ZWN ZWR'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'], [4, 'CLF']]
  .forEach(([digits, codes]) => codes.split(' ').forEach(code => DIGITS.set(code, digits)));

class Money {
  constructor(minor, currency) {
    check(minor <= MOST && minor >= LEAST, 'an amount beyond all bounds');
    this.minor = minor;
    this.currency = currency;
  }

  static cny(fen) {
    return new Money(fen, 'CNY');
  }

  /** Requires the text that toString() would give: "1234.50". */
  static parse(text, currency) {
    const digits = DIGITS.get(currency);
    check(digits !== undefined, 'no currency: ' + currency);
    check(digits > 0 ? /^-?(0|[1-9][0-9]*)\.[0-9]+$/.test(text) : /^-?(0|[1-9][0-9]*)$/.test(text),
      'no amount: ' + text);
    check(text.length <= 24, 'an amount beyond all bounds');
    const all = BigInt(text.replace('.', ''));
    const amount = new Money(digits < 0 ? all / 10n : all, currency);
    check(amount.toString() === text, 'an amount that is written otherwise: ' + text);
    return amount;
  }

  plus(other) {
    check(this.currency === other.currency, this.currency + ' is not ' + other.currency);
    return new Money(this.minor + other.minor, this.currency);
  }

  minus(other) {
    check(this.currency === other.currency, this.currency + ' is not ' + other.currency);
    return new Money(this.minor - other.minor, this.currency);
  }

  negated() {
    return new Money(-this.minor, this.currency);
  }

  abs() {
    return this.minor < 0n ? this.negated() : this;
  }

  /** Below zero, zero or above, as the other is larger, equal or smaller. */
  compare(other) {
    check(this.currency === other.currency, this.currency + ' is not ' + other.currency);
    return this.minor < other.minor ? -1 : this.minor > other.minor ? 1 : 0;
  }

  get isNegative() {
    return this.minor < 0n;
  }

  get isZero() {
    return this.minor === 0n;
  }

  get isPositive() {
    return this.minor > 0n;
  }

  isSame(other) {
    return this.minor === other.minor && this.currency === other.currency;
  }

  /** No thousands separators, no currency. */
  toString() {
    const digits = DIGITS.get(this.currency);
    const isNegative = this.minor < 0n;
    const whole = (isNegative ? -this.minor : this.minor).toString();
    const sign = isNegative ? '-' : '';
    if (digits <= 0) {
      return sign + whole + (digits < 0 && whole !== '0' ? '0' : '');
    }
    const padded = whole.padStart(digits + 1, '0');
    return sign + padded.slice(0, -digits) + '.' + padded.slice(-digits);
  }
}

const ZERO = Money.cny(0n);

/** Reduces from nothing in the currency of the book, as sums of statements begin. */
function sumOf(amounts) {
  return amounts.reduce((sum, one) => sum.plus(one), ZERO);
}

/** A number such as "0.9123" in its one form. */
function checkDecimal(text) {
  check(/^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/.test(text) && !/^-[0.]*$/.test(text),
    'not a number: ' + text);
}

/** The same below zero; nothing stays nothing. */
function negatedDecimal(text) {
  return /^[0.]*$/.test(text) ? text : text.startsWith('-') ? text.slice(1) : '-' + text;
}
