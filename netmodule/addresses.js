// net.BlockList and net.SocketAddress (Node documentation, "Net"). What they
// know about addresses is Go's.
(function (host, errors) {
  'use strict';
  const { argType, argValue, validateString, validateInteger } = errors;
  const { makeRules, canonical, parse, inspect, checkPort, invalidAddress } = host;
  const kHandle = Symbol('kHandle');
  const kDetail = Symbol('kDetail');
  const kClone = Symbol('messaging_clone_symbol');
  const kDeserialize = Symbol('messaging_deserialize_symbol');
  const kInspect = Symbol.for('nodejs.util.inspect.custom');

  const print = (name, obj, depth, options, values) => depth < 0 ? `[${name}]` :
    `${name} ${inspect(values(), { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;

  class SocketAddress {
    static isSocketAddress(value) {
      return value?.[kHandle] !== undefined && value[kDetail] !== undefined;
    }

    static parse(input) {
      validateString(input, 'input');
      const found = parse(input);
      if (found === undefined) return undefined;
      const [name, port] = found;
      const bracketed = name.startsWith('[');
      const address = bracketed ? name.slice(1, -1) : name;
      const family = bracketed ? 'ipv6' : 'ipv4';
      if (canonical(address, family) === undefined) return undefined;
      return new SocketAddress({ address, port: port === '' ? 0 : +port, family });
    }

    constructor(options = {}) {
      if (typeof options !== 'object' || options === null || Array.isArray(options)) throw argType('options', options, 'object');
      let { family = 'ipv4' } = options;
      const { address = family === 'ipv4' ? '127.0.0.1' : '::', port = 0, flowlabel = 0 } = options;
      if (typeof family?.toLowerCase === 'function') family = family.toLowerCase();
      if (family !== 'ipv4' && family !== 'ipv6') {
        throw argValue('options.family', inspect(options.family, {}), 'is invalid');
      }
      validateString(address, 'options.address');
      const checkedPort = checkPort(port, 'options.port');
      validateInteger(flowlabel, 'options.flowlabel', 0, 4294967295);
      const text = canonical(address, family);
      if (text === undefined) throw invalidAddress();
      this[kHandle] = {};
      this[kDetail] = { address: text, port: checkedPort, family, flowlabel: family === 'ipv6' ? +flowlabel : 0 };
    }

    get address() { return this[kDetail].address; }
    get port() { return this[kDetail].port; }
    get family() { return this[kDetail].family; }
    get flowlabel() { return this[kDetail].flowlabel; }

    toJSON() {
      return { address: this.address, port: this.port, family: this.family, flowlabel: this.flowlabel };
    }

    [kInspect](depth, options) {
      return print('SocketAddress', this, depth, options, () => SocketAddress.prototype.toJSON.call(this));
    }

    [kClone]() {
      return { data: { detail: this[kDetail] }, deserializeInfo: 'internal/socketaddress:SocketAddress' };
    }

    [kDeserialize]({ detail }) {
      this[kHandle] = {};
      this[kDetail] = detail;
    }
  }

  const addressOf = (address, family, name) => {
    if (SocketAddress.isSocketAddress(address)) return address;
    validateString(address, name);
    validateString(family, 'family');
    return new SocketAddress({ address, family });
  };

  const endsOf = (start, end, family) => {
    const ends = [start, end];
    ['start', 'end'].forEach((name, i) => {
      if (!SocketAddress.isSocketAddress(ends[i])) validateString(ends[i], name);
    });
    if (ends.every((a) => SocketAddress.isSocketAddress(a))) return ends;
    validateString(family, 'family');
    return ends.map((a, i) => addressOf(a, family, i === 0 ? 'start' : 'end'));
  };

  const subnetOf = (network, prefix, family) => {
    const address = addressOf(network, family, 'network');
    validateInteger(prefix, 'prefix', 0, address.family === 'ipv4' ? 32 : 128);
    return [address, prefix];
  };

  const cidrOf = (cidr) => {
    validateString(cidr, 'cidr');
    const slash = cidr.lastIndexOf('/');
    const wrong = (reason) => argValue('cidr', inspect(cidr, {}), reason);
    if (slash === -1) throw wrong('must contain a prefix length (e.g. "10.0.0.0/8")');
    const network = cidr.slice(0, slash);
    const digits = cidr.slice(slash + 1);
    const prefix = Number(digits);
    if (!Number.isInteger(prefix) || String(prefix) !== digits) throw wrong('prefix length must be a valid integer');
    return subnetOf(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4');
  };

  const requireArray = (value, name) => {
    if (!Array.isArray(value)) throw argType(name, value, 'Array');
  };

  const v4 = '\\d{1,3}(?:\\.\\d{1,3}){3}';
  const v6 = '[0-9a-fA-F:]{1,39}';
  const patterns = [['IPv4', v4, 2], ['IPv6', v6, 3]].flatMap(([family, address, digits]) => [
    [new RegExp(`Subnet: ${family} (${address})\\/(\\d{1,${digits}})`),
      (list, a, b) => list.addSubnet(a, +b, family.toLowerCase())],
    [new RegExp(`Address: ${family} (${address})`), (list, a) => list.addAddress(a, family.toLowerCase())],
    [new RegExp(`Range: ${family} (${address})-(${address})`), (list, a, b) => list.addRange(a, b, family.toLowerCase())],
  ]);

  const PRIVATE_RANGES = Object.freeze(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', '::1/128',
    '169.254.0.0/16', 'fe80::/10', 'fc00::/7']);

  class BlockList {
    static PRIVATE_RANGES = PRIVATE_RANGES;

    static isBlockList(value) {
      return value?.[kHandle] !== undefined && value[kDetail] === undefined;
    }

    constructor() { this[kHandle] = makeRules(); }

    addAddress(address, family = 'ipv4') {
      this[kHandle].addAddress(addressOf(address, family, 'address').address);
    }

    addAddresses(addresses, family = 'ipv4') {
      requireArray(addresses, 'addresses');
      validateString(family, 'family');
      const checked = addresses.map((a, i) => addressOf(a, family, `addresses[${i}]`));
      for (const a of checked) this[kHandle].addAddress(a.address);
    }

    addRange(start, end, family = 'ipv4') {
      const [first, last] = endsOf(start, end, family);
      if (!this[kHandle].addRange(first.address, last.address)) {
        throw argValue('start', inspect(first, {}), 'must come before end');
      }
    }

    addSubnet(network, prefix, family = 'ipv4') {
      const [address, bits] = subnetOf(network, prefix, family);
      this[kHandle].addSubnet(address.address, bits);
    }

    addCIDR(cidr) {
      const [address, bits] = cidrOf(cidr);
      this[kHandle].addSubnet(address.address, bits);
    }

    addCIDRs(cidrs) {
      requireArray(cidrs, 'cidrs');
      const checked = cidrs.map((cidr, i) => cidrOf(validateString(cidr, `cidrs[${i}]`)));
      for (const [address, bits] of checked) this[kHandle].addSubnet(address.address, bits);
    }

    removeAddress(address, family = 'ipv4') {
      this[kHandle].removeAddress(addressOf(address, family, 'address').address);
    }

    removeRange(start, end, family = 'ipv4') {
      const [first, last] = endsOf(start, end, family);
      this[kHandle].removeRange(first.address, last.address);
    }

    removeSubnet(network, prefix, family = 'ipv4') {
      const [address, bits] = subnetOf(network, prefix, family);
      this[kHandle].removeSubnet(address.address, bits);
    }

    removeCIDR(cidr) {
      const [address, bits] = cidrOf(cidr);
      this[kHandle].removeSubnet(address.address, bits);
    }

    clear() { this[kHandle].clear(); }

    get size() { return this[kHandle].getSize(); }

    check(address, family = 'ipv4') {
      if (SocketAddress.isSocketAddress(address)) return this[kHandle].check(address.address);
      validateString(address, 'address');
      validateString(family, 'family');
      return this[kHandle].checkString(address, family.toLowerCase());
    }

    get rules() { return this[kHandle].getRules(); }

    toJSON() { return this.rules; }

    fromJSON(data) {
      const rules = typeof data === 'string' ? JSON.parse(data) : data;
      if (!Array.isArray(rules) || rules.some((rule) => typeof rule !== 'string')) {
        throw argType('data', rules, 'string', 'string[]');
      }
      for (const rule of rules) {
        for (const [pattern, add] of patterns) {
          const found = pattern.exec(rule);
          if (found === null) continue;
          add(this, found[1], found[2]);
          break;
        }
      }
    }

    [kInspect](depth, options) {
      return print('BlockList', this, depth, options, () => ({ rules: this.rules }));
    }

    [kClone]() {
      return { data: { handle: this[kHandle] }, deserializeInfo: 'internal/blocklist:BlockList' };
    }

    [kDeserialize]({ handle }) { this[kHandle] = handle; }
  }

  const classOf = (obj) => obj instanceof BlockList && BlockList.isBlockList(obj) ? BlockList :
    obj instanceof SocketAddress && SocketAddress.isSocketAddress(obj) ? SocketAddress : undefined;

  const clone = (obj) => {
    const found = classOf(obj);
    if (found === undefined) return undefined;
    const copy = Object.create(found.prototype);
    copy[kDeserialize](obj[kClone]().data);
    return copy;
  };

  return { BlockList, SocketAddress, clone };
})
