(function (kit, number, date, compare) {
  'use strict';
  // The object Intl, and Intl.Collator.

  const { list, resolve, option, refuseOptions, make, define, getter, refuse } = kit;
  const what = 'Intl.Collator';

  const { Class: Collator, state } = make('Collator', true, (locales, options) => {
    const o = options === undefined ? {} : Object(options);
    const s = {
      locale: resolve(locales, what),
      usage: option(o, 'usage', ['sort', 'search'], 'sort', what),
      sensitivity: option(o, 'sensitivity', ['base', 'accent', 'case', 'variant'], 'variant', what),
      ignorePunctuation: option(o, 'ignorePunctuation', undefined, false, what, 'boolean'),
      numeric: option(o, 'numeric', undefined, false, what, 'boolean'),
      caseFirst: option(o, 'caseFirst', ['upper', 'lower', 'false'], 'false', what),
    };
    refuseOptions(o, what, 'collation');
    if (s.sensitivity === 'case') refuse(`${what} option sensitivity: case`);
    if (s.ignorePunctuation) refuse(`${what} option ignorePunctuation`);
    if (s.caseFirst !== 'false') refuse(`${what} option caseFirst: ${s.caseFirst}`);
    s.resolved = () => ({
      locale: s.locale, usage: s.usage, sensitivity: s.sensitivity, ignorePunctuation: false, collation: 'default',
      numeric: s.numeric, caseFirst: 'false',
    });
    return s;
  });
  getter(Collator.prototype, 'compare', function () {
    const s = state(this, 'get compare');
    return (s.bound ??= (a, b) => compare(String(a), String(b), s.sensitivity, s.numeric));
  });

  const Intl = {};
  define(Intl, 'getCanonicalLocales', 'getCanonicalLocales', 1, (locales) => list(locales));
  define(Intl, 'supportedValuesOf', 'supportedValuesOf', 1, (key) => refuse(`Intl.supportedValuesOf(${JSON.stringify(key)})`));
  const classes = { DateTimeFormat: date.DateTimeFormat, NumberFormat: number.NumberFormat, Collator, PluralRules: number.PluralRules };
  for (const [name, Class] of Object.entries(classes)) define(Intl, name, null, 0, Class);
  for (const name of ['RelativeTimeFormat', 'ListFormat', 'Locale', 'DisplayNames', 'Segmenter', 'DurationFormat']) {
    const { Class } = make(name, false, () => refuse(`Intl.${name}`));
    define(Intl, name, null, 0, Class);
  }
  return Intl;
})
