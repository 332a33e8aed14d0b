// What the reader knows from outside the package: a C2SP tlog-policy, line by line; what a line
// names was defined in a line before.

class Policy {
  constructor() {
    this.logs = [];
    this.quorum = null;
    this.named = new Map();
    this.witnesses = [];
    this.grouped = new Set();
    this.hasQuorum = false;
  }

  static none() {
    return new Policy();
  }

  /** Whether those who cosigned are the quorum; without one, whether there is anybody. */
  isEnough(cosigned) {
    return this.quorum === null ? this.witnesses.some(cosigned) : this.quorum.isMet(cosigned);
  }

  static parse(text) {
    check(text.length <= 1 << 20 && !/[\u0000-\u0008\u000b-\u001f]/.test(text), 'not a policy');
    const policy = new Policy();
    for (const line of text.split('\n')) {
      const words = wordsOf(line);
      if (words.length > 0) {
        policy.read(words);
      }
    }
    return policy;
  }

  read(words) {
    switch (words[0]) {
      case 'log': return this.log(words);
      case 'witness': return this.witness(words);
      case 'group': return this.group(words);
      case 'quorum': return this.quorumLine(words);
      default: throw new Malformed('not a line of a policy: ' + words[0]);
    }
  }

  log(words) {
    need(words, 2, 3);
    const key = Vkey.parse(words[1], LOG_KEY);
    check(!this.logs.some(other => other.isSameKey(key)), 'a policy names each log key once');
    this.logs.push(key);
  }

  witness(words) {
    need(words, 3, 4);
    const key = Vkey.parse(words[2], WITNESS_KEY);
    check(!this.witnesses.some(other => other.isSameKey(key)),
      "a policy names each witness's key once");
    this.witnesses.push(key);
    this.define(words[1], {name: words[1], isMet: cosigned => cosigned(key)});
  }

  group(words) {
    need(words, 4, Infinity);
    const names = words.slice(3);
    const members = names.map(name => this.defined(name));
    for (const name of names) {
      check(!this.grouped.has(name), name + ' is in a group already');
      this.grouped.add(name);
    }
    const least = words[2] === 'any' ? 1 : words[2] === 'all' ? names.length
      : /^[1-9][0-9]{0,3}$/.test(words[2]) ? Number(words[2]) : 0;
    check(least >= 1 && least <= names.length, `${words[2]} of ${names.length} members`);
    this.define(words[1], {name: words[1],
      isMet: cosigned => members.filter(member => member.isMet(cosigned)).length >= least});
  }

  quorumLine(words) {
    need(words, 2, 2);
    check(!this.hasQuorum, 'a policy has one quorum line');
    this.hasQuorum = true;
    this.quorum = words[1] === 'none' ? null : this.defined(words[1]);
  }

  define(name, one) {
    check(name !== 'none' && !this.named.has(name), 'a policy defines each name once: ' + name);
    this.named.set(name, one);
  }

  defined(name) {
    check(this.named.has(name), 'a policy defines a name before it uses it: ' + name);
    return this.named.get(name);
  }
}

function need(words, least, most) {
  check(words.length >= least && words.length <= most, `a policy line of ${words.length} words`);
}

function wordsOf(line) {
  // spaces as a reader sees them, but not those that hold words together
  const blank = '(?![\\u00a0\\u2007\\u202f])[\\p{Zs}\\p{Zl}\\p{Zp}]';
  const stripped = line.replace(/\t/g, ' ')
    .replace(new RegExp(`^(?:${blank})+`, 'u'), '')
    .replace(new RegExp(`(?:${blank})+$`, 'u'), '');
  return stripped === '' || stripped.startsWith('#') ? [] : stripped.split(/ +/);
}
