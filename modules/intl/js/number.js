(function (kit) {
  'use strict';
  // Intl.NumberFormat and Intl.PluralRules for English.

  const { resolve, option, integer, refuseOptions, make, join, define, getter } = kit;
  const what = 'Intl.NumberFormat';

  // round cuts the decimal digits of a number: { digits, point } is 0.digits
  // times ten to the power of point. Halves go away from zero.
  function round({ digits, point }, keep) {
    if (keep >= digits.length) return { digits, point };
    if (keep < 0) return { digits: '', point };
    const up = digits[keep] >= '5';
    let head = digits.slice(0, keep);
    if (up) {
      const raised = (BigInt('1' + head) + 1n).toString();
      if (raised[0] === '2') return { digits: '1' + raised.slice(1), point: point + 1 };
      head = raised.slice(1);
    }
    return { digits: head, point };
  }

  // decimal takes a positive number apart, by its shortest text.
  function decimal(n) {
    if (n === 0 || n === 0n) return { digits: '', point: 0 };
    const [mantissa, exponent = '0'] = String(n).split('e');
    const [whole, fraction = ''] = mantissa.split('.');
    const all = whole + fraction;
    const digits = all.replace(/^0+/, '');
    return { digits: digits.replace(/0+$/, ''), point: whole.length + Number(exponent) - (all.length - digits.length) };
  }

  // strings gives the digits before and after the point.
  function strings(d, least, most, leastWhole) {
    const padded = d.point <= 0 ? '0'.repeat(-d.point) + d.digits : d.digits.padEnd(d.point, '0');
    const at = Math.max(d.point, 0);
    const fraction = padded.slice(at).replace(/0+$/, '').slice(0, most).padEnd(least, '0');
    return [padded.slice(0, at).padStart(leastWhole, '0'), fraction];
  }

  function digits(s, n) {
    const exact = decimal(n);
    if (s.maximumSignificantDigits !== undefined) {
      const d = round(exact, s.maximumSignificantDigits);
      const least = Math.max(s.minimumSignificantDigits - Math.max(d.point, d.digits ? -Infinity : 1), 0);
      return strings(d, least, Infinity, s.minimumIntegerDigits);
    }
    const d = round(exact, exact.point + s.maximumFractionDigits);
    return strings(d, s.minimumFractionDigits, s.maximumFractionDigits, s.minimumIntegerDigits);
  }

  const symbols = {
    __proto__: null, USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹', CNY: 'CN¥', KRW: '₩', BRL: 'R$', CAD: 'CA$', AUD: 'A$', MXN: 'MX$',
    NZD: 'NZ$', HKD: 'HK$', ILS: '₪', VND: '₫', TWD: 'NT$', XAF: 'FCFA', XOF: 'F\u202fCFA', XCD: 'EC$', XPF: 'CFPF', PHP: '₱',
  };
  const noMinor = ['JPY', 'KRW', 'VND', 'CLP', 'ISK', 'PYG', 'UGX', 'XAF', 'XOF', 'XPF', 'BIF', 'DJF', 'GNF', 'KMF', 'RWF', 'VUV'];
  const threeMinor = ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'];

  function minor(s) {
    if (s.style !== 'currency') return undefined;
    if (noMinor.includes(s.currency)) return 0;
    return threeMinor.includes(s.currency) ? 3 : 2;
  }

  function init(locales, options) {
    const locale = resolve(locales, what);
    const o = options === undefined ? {} : Object(options);
    const s = { locale, style: option(o, 'style', ['decimal', 'percent', 'currency', 'unit'], 'decimal', what) };
    let currency = option(o, 'currency', undefined, undefined, what);
    if (currency !== undefined && !/^[a-z]{3}$/i.test(currency)) throw new RangeError(`Invalid currency code : ${currency}`);
    const display = option(o, 'currencyDisplay', ['code', 'symbol', 'narrowSymbol', 'name'], 'symbol', what);
    const sign = option(o, 'currencySign', ['standard', 'accounting'], 'standard', what);
    if (s.style === 'currency') {
      if (currency === undefined) throw new TypeError('Currency code is required with currency style.');
      if (display === 'name' || display === 'narrowSymbol') kit.refuse(`${what} option currencyDisplay: ${display}`);
      Object.assign(s, { currency: currency.toUpperCase(), currencyDisplay: display, currencySign: sign });
    }
    if (s.style === 'unit') kit.refuse(`${what} option style: unit`);
    const notation = option(o, 'notation', ['standard', 'scientific', 'engineering', 'compact'], 'standard', what);
    if (notation !== 'standard') kit.refuse(`${what} option notation: ${notation}`);
    refuseOptions(o, what, 'roundingMode', 'roundingIncrement', 'roundingPriority', 'trailingZeroDisplay', 'numberingSystem');
    precision(s, o);
    const grouping = o.useGrouping;
    s.useGrouping = grouping === undefined || grouping === true || String(grouping) === 'auto' ? (grouping === true ? 'always' : 'auto') :
      grouping === false || String(grouping) === 'false' ? false : option(o, 'useGrouping', ['always', 'auto', 'min2', 'true'], 'auto', what);
    if (s.useGrouping === 'true') s.useGrouping = 'auto';
    if (s.useGrouping === 'min2') kit.refuse(`${what} option useGrouping: min2`);
    s.signDisplay = option(o, 'signDisplay', ['auto', 'never', 'always', 'exceptZero', 'negative'], 'auto', what);
    s.resolved = () => resolved(s);
    return s;
  }

  // precision reads how many digits there shall be.
  function precision(s, o) {
    s.minimumIntegerDigits = integer(o, 'minimumIntegerDigits', 1, 21, 1);
    const usual = minor(s) ?? 0;
    const most = s.style === 'currency' ? usual : s.style === 'percent' ? 0 : 3;
    if (o.minimumSignificantDigits !== undefined || o.maximumSignificantDigits !== undefined) {
      s.minimumSignificantDigits = integer(o, 'minimumSignificantDigits', 1, 21, 1);
      s.maximumSignificantDigits = integer(o, 'maximumSignificantDigits', s.minimumSignificantDigits, 21, 21);
      return;
    }
    const least = integer(o, 'minimumFractionDigits', 0, 100, undefined);
    const upper = integer(o, 'maximumFractionDigits', 0, 100, undefined);
    if (least !== undefined && upper !== undefined && least > upper) {
      throw new RangeError('maximumFractionDigits value is out of range.');
    }
    s.minimumFractionDigits = least ?? Math.min(usual, upper ?? usual);
    s.maximumFractionDigits = upper ?? Math.max(most, s.minimumFractionDigits);
  }

  function resolved(s) {
    const out = { locale: s.locale, numberingSystem: 'latn', style: s.style };
    for (const name of ['currency', 'currencyDisplay', 'currencySign', 'minimumIntegerDigits', 'minimumFractionDigits',
      'maximumFractionDigits', 'minimumSignificantDigits', 'maximumSignificantDigits', 'useGrouping']) {
      if (s[name] !== undefined) out[name] = s[name];
    }
    return Object.assign(out, {
      notation: 'standard', signDisplay: s.signDisplay, roundingIncrement: 1, roundingMode: 'halfExpand',
      roundingPriority: 'auto', trailingZeroDisplay: 'auto',
    });
  }

  // numeric is the value to format: a number or a bigint, of a text exactly.
  function numeric(v) {
    if (typeof v === 'bigint') return v;
    const prim = typeof v === 'object' && v !== null ? Object(v)[Symbol.toPrimitive]?.('number') ?? v.valueOf() : v;
    return typeof prim === 'bigint' ? prim : Number(prim);
  }

  function parts(s, v) {
    let n = numeric(v);
    const negative = typeof n === 'bigint' ? n < 0n : n < 0 || Object.is(n, -0);
    if (negative) n = -n;
    const body = [];
    let zero = false;
    if (Number.isNaN(n)) {
      body.push({ type: 'nan', value: 'NaN' });
      zero = true;
    } else if (n === Infinity) {
      body.push({ type: 'infinity', value: '∞' });
    } else {
      let exact = n;
      if (s.style === 'percent') exact = typeof n === 'bigint' ? n * 100n : hundredfold(n);
      const [whole, fraction] = digits(s, exact);
      zero = !/[1-9]/.test(whole + fraction);
      const groups = s.useGrouping ? whole.replace(/\B(?=(\d{3})+$)/g, ',').split(',') : [whole];
      groups.forEach((g, i) => {
        if (i > 0) body.push({ type: 'group', value: ',' });
        body.push({ type: 'integer', value: g });
      });
      if (fraction) body.push({ type: 'decimal', value: '.' }, { type: 'fraction', value: fraction });
    }
    return decorate(s, body, negative, zero);
  }

  // hundredfold moves the point by two places, without the error that a
  // multiplication may make.
  function hundredfold(n) {
    const [mantissa, exponent = '0'] = String(n).split('e');
    return Number(`${mantissa}e${Number(exponent) + 2}`);
  }

  function decorate(s, body, negative, zero) {
    const nan = body[0].type === 'nan';
    let sign = '';
    if (negative && !nan) sign = '-';
    else if (s.signDisplay === 'always' || (s.signDisplay === 'exceptZero' && !zero)) sign = '+';
    if (s.signDisplay === 'never' || (zero && (s.signDisplay === 'negative' || s.signDisplay === 'exceptZero'))) sign = '';
    const out = [];
    if (s.style === 'currency') {
      const symbol = s.currencyDisplay === 'code' ? s.currency : symbols[s.currency] ?? s.currency;
      out.push({ type: 'currency', value: symbol });
      if (/[A-Z]$/.test(symbol)) out.push({ type: 'literal', value: '\xa0' });
    }
    out.push(...body);
    if (s.style === 'percent') out.push({ type: 'percentSign', value: '%' });
    if (sign === '-' && s.currencySign === 'accounting') {
      return [{ type: 'literal', value: '(' }, ...out, { type: 'literal', value: ')' }];
    }
    if (sign) out.unshift({ type: sign === '-' ? 'minusSign' : 'plusSign', value: sign });
    return out;
  }

  const { Class: NumberFormat, state, unbuilt } = make('NumberFormat', true, init);
  define(NumberFormat.prototype, 'formatToParts', 'formatToParts', 1, function (v) {
    return parts(state(this, 'formatToParts'), v);
  });
  getter(NumberFormat.prototype, 'format', function () {
    const s = state(this, 'get format');
    return (s.bound ??= (v) => join(parts(s, v)));
  });
  unbuilt('formatRange', 2);
  unbuilt('formatRangeToParts', 2);

  const { Class: PluralRules, state: rules, unbuilt: unbuiltRule } = make('PluralRules', false, (locales, options) => {
    const s = init(locales, options);
    s.type = option(options ?? {}, 'type', ['cardinal', 'ordinal'], 'cardinal', 'Intl.PluralRules');
    s.resolved = () => {
      const { locale, type, minimumIntegerDigits, minimumFractionDigits, maximumFractionDigits } = s;
      return {
        locale, type, minimumIntegerDigits, minimumFractionDigits, maximumFractionDigits,
        pluralCategories: type === 'cardinal' ? ['one', 'other'] : ['few', 'one', 'two', 'other'],
        roundingIncrement: 1, roundingMode: 'halfExpand', roundingPriority: 'auto', trailingZeroDisplay: 'auto',
      };
    };
    return s;
  });
  define(PluralRules.prototype, 'select', 'select', 1, function (v) {
    const s = rules(this, 'select');
    const n = Math.abs(Number(v));
    if (!Number.isFinite(n)) return 'other';
    const [whole, fraction] = digits(s, n);
    if (s.type === 'cardinal') return whole === '1' && fraction === '' ? 'one' : 'other';
    if (fraction !== '' || /1[123]$/.test(whole)) return 'other';
    return { __proto__: null, 1: 'one', 2: 'two', 3: 'few' }[whole.slice(-1)] ?? 'other';
  });
  unbuiltRule('selectRange', 2);

  return { NumberFormat, PluralRules, format: (v, locales, options) => join(parts(init(locales, options), v)) };
})
