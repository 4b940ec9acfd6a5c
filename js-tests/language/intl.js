// Intl as far as it goes for English: numbers, dates, sorting, plurals.
// Env: TZ=UTC
// Expect-Stdout-File: intl.golden
// Process: own (TZ)
'use strict';

const { transcript } = require('../common');

const record = transcript();
const log = (...args) => record(args.map((a) => (typeof a === 'string' ? a.replace(/\u202f/g, '~').replace(/\xa0/g, '_') : JSON.stringify(a))).join(' | '));
const error = (fn) => {
  try { return fn(); } catch (err) { return `${err.name}: ${err.message}`; }
};

// Numbers.
for (const n of [0, -0, 1, 1234.5678, -1234567.891, 1e21, 0.000123, 1.005, 0.5, 1.5, 2.5, NaN, Infinity, 999999.9995]) {
  log('number', n.toLocaleString());
}
log('bigint', 12345678901234567890n.toLocaleString(), (-5n).toLocaleString('en-US'));
const number = (options, ...list) => log(JSON.stringify(options), ...list.map((n) => new Intl.NumberFormat('en-US', options).format(n)));
number({ style: 'percent' }, 0.256, 1, -0.5);
number({ style: 'percent', maximumFractionDigits: 1 }, 0.2567);
number({ style: 'currency', currency: 'USD' }, 1234.5, -3, 0);
number({ style: 'currency', currency: 'eur' }, 1234.5);
number({ style: 'currency', currency: 'JPY' }, 1234.5);
number({ style: 'currency', currency: 'CHF' }, 1234.5);
number({ style: 'currency', currency: 'USD', currencyDisplay: 'code' }, 2);
number({ style: 'currency', currency: 'USD', currencySign: 'accounting' }, -2, 2);
number({ style: 'currency', currency: 'USD', minimumFractionDigits: 0 }, 2, 2.5);
number({ minimumFractionDigits: 2 }, 1, 1.2345);
number({ maximumFractionDigits: 0 }, 0.5, 1.5, 2.5, -0.4);
number({ minimumIntegerDigits: 3 }, 5);
number({ maximumSignificantDigits: 3 }, 123456, 0.0012345, 1.5);
number({ minimumSignificantDigits: 4 }, 1.5, 12345);
number({ useGrouping: false }, 1234567.5);
number({ signDisplay: 'always' }, 5, -5, 0);
number({ signDisplay: 'exceptZero' }, 5, 0);
number({ signDisplay: 'never' }, -5);
log(new Intl.NumberFormat('en').formatToParts(-1234.5));
log(new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' }).formatToParts(1234.5));
log(Intl.NumberFormat().resolvedOptions());
log([1, 'x'].map(Intl.NumberFormat().format));

// Dates.
const when = [new Date(0), new Date(Date.UTC(2024, 1, 29, 17, 5, 9, 87))];
for (const d of when) log('date', d.toLocaleString(), d.toLocaleDateString(), d.toLocaleTimeString());
const date = (options) => log(JSON.stringify(options), ...when.map((d) => error(() => new Intl.DateTimeFormat('en-US', options).format(d))));
date({});
date({ year: 'numeric', month: 'long', day: 'numeric' });
date({ year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' });
date({ weekday: 'long', month: 'long', day: 'numeric' });
date({ weekday: 'long' });
date({ month: 'long', year: 'numeric' });
date({ year: '2-digit', month: '2-digit', day: '2-digit' });
date({ month: 'numeric', day: 'numeric' });
date({ year: 'numeric', month: 'numeric' });
date({ weekday: 'short', year: 'numeric', month: 'numeric', day: 'numeric' });
date({ hour: 'numeric' });
date({ hour: '2-digit', minute: '2-digit' });
date({ hour: 'numeric', minute: 'numeric', second: 'numeric', fractionalSecondDigits: 3 });
date({ hour: 'numeric', minute: '2-digit', hour12: false });
date({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
date({ hour: '2-digit', hourCycle: 'h23' });
date({ minute: '2-digit', second: '2-digit' });
date({ year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' });
date({ year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });
date({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
for (const dateStyle of ['full', 'long', 'medium', 'short']) {
  date({ dateStyle });
  date({ dateStyle, timeStyle: 'short' });
}
for (const timeStyle of ['full', 'long', 'medium', 'short']) date({ timeStyle });
date({ timeZone: 'America/New_York', dateStyle: 'short', timeStyle: 'long' });
date({ timeZone: 'Europe/Berlin', hour: 'numeric', timeZoneName: 'short' });
date({ timeZone: 'Asia/Kolkata', hour: 'numeric', minute: 'numeric', timeZoneName: 'short' });
date({ timeZone: '+05:30', timeStyle: 'short' });
log(new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' }).formatToParts(when[1]));
log(Intl.DateTimeFormat().resolvedOptions());
log(when[1].toLocaleDateString('en-US', { timeZone: 'Asia/Tokyo' }), when[1].toLocaleTimeString('en-US', { hour: '2-digit', minute: '2-digit' }));

// Errors.
log(error(() => Intl.NumberFormat('xx-invalid-locale-zzzzzzzzzzzz')));
log(error(() => new Intl.DateTimeFormat('en', { timeZone: 'Foo/Bar' })));
log(error(() => new Intl.NumberFormat('en', { style: 'currency' })));
log(error(() => new Intl.NumberFormat('en', { style: 'x' })));
log(error(() => new Intl.NumberFormat('en', { maximumFractionDigits: 101 })));
log(error(() => new Intl.NumberFormat('en', { minimumFractionDigits: 5, maximumFractionDigits: 2 })));
log(error(() => new Intl.DateTimeFormat('en', { dateStyle: 'short', year: 'numeric' })));
log(error(() => new Intl.DateTimeFormat('en').format(NaN)));
log(error(() => new Intl.DateTimeFormat('en', { hour: 'x' })));
log(error(() => Intl.Collator.prototype.resolvedOptions.call({})));
log(error(() => Intl.PluralRules()));
log(new Date(NaN).toLocaleString(), new Date(NaN).toLocaleDateString());
log(error(() => Intl.getCanonicalLocales(['EN-us', 'en-US', 'de-latn-de'])), error(() => Intl.getCanonicalLocales('x_y')));

// Sorting and plurals.
const words = ['b', 'a', 'B', 'A', 'ä', 'z', 'Z', 'item 10', 'item 2', '1', '-', ''];
log([...words].sort(new Intl.Collator('en').compare));
log([...words].sort(new Intl.Collator('en', { numeric: true }).compare));
log(new Intl.Collator('en', { sensitivity: 'base' }).compare('a', 'Ä'), new Intl.Collator('en', { sensitivity: 'accent' }).compare('a', 'A'),
  new Intl.Collator('en', { sensitivity: 'accent' }).compare('a', 'ä'));
log(Intl.Collator().resolvedOptions());
const plural = new Intl.PluralRules('en'), ordinal = new Intl.PluralRules('en', { type: 'ordinal' });
log([0, 1, 1.5, 2, 11].map((n) => plural.select(n)), [1, 2, 3, 4, 11, 12, 13, 21, 22, 103].map((n) => ordinal.select(n)));
log(Object.prototype.toString.call(Intl), Object.prototype.toString.call(new Intl.NumberFormat()), Intl.NumberFormat.supportedLocalesOf('en-US'));
log(['a10', 'a2', 'A1'].sort((a, b) => a.localeCompare(b, undefined, { numeric: true })), 'a'.localeCompare('Á', 'en', { sensitivity: 'base' }), 'a'.localeCompare('b'));
