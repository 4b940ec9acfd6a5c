(function (kit, zoneOf, fields) {
  'use strict';
  // Intl.DateTimeFormat for English. zoneOf gives a time zone its proper name,
  // or undefined; fields takes a time apart in one.

  const { resolve, option, integer, make, join, define, getter } = kit;
  const what = 'Intl.DateTimeFormat';

  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const width = ['narrow', 'short', 'long'], numeric = ['2-digit', 'numeric'];
  const components = {
    weekday: width, era: width, year: numeric, month: [...numeric, ...width], day: numeric, dayPeriod: width,
    hour: numeric, minute: numeric, second: numeric,
  };
  const zoneNames = ['short', 'long', 'shortOffset', 'longOffset', 'shortGeneric', 'longGeneric'];
  const styles = ['full', 'long', 'medium', 'short'];
  const dateStyles = {
    full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
    long: { year: 'numeric', month: 'long', day: 'numeric' },
    medium: { year: 'numeric', month: 'short', day: 'numeric' },
    short: { year: '2-digit', month: 'numeric', day: 'numeric' },
  };
  const timeStyles = {
    full: { hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'long' },
    long: { hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
    medium: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
    short: { hour: 'numeric', minute: '2-digit' },
  };

  // init reads the options; any and defaults say what to show if they name no
  // component: "date", "time" or "all".
  function init(locales, options, any = 'any', defaults = 'date') {
    const locale = resolve(locales, what);
    const o = options === undefined ? {} : Object(options);
    const s = { locale };
    const hour12 = option(o, 'hour12', undefined, undefined, what, 'boolean');
    let cycle = option(o, 'hourCycle', ['h11', 'h12', 'h23', 'h24'], undefined, what);
    if (hour12 !== undefined) cycle = hour12 ? 'h12' : 'h23';
    zone(s, o.timeZone);
    for (const name of ['calendar', 'numberingSystem']) {
      if (o[name] !== undefined) kit.refuse(`${what} option ${name}`);
    }
    for (const [name, values] of Object.entries(components)) s[name] = option(o, name, values, undefined, what);
    s.fractionalSecondDigits = integer(o, 'fractionalSecondDigits', 1, 3, undefined);
    s.timeZoneName = option(o, 'timeZoneName', zoneNames, undefined, what);
    for (const name of ['era', 'dayPeriod']) {
      if (s[name]) kit.refuse(`${what} option ${name}`);
    }
    s.dateStyle = option(o, 'dateStyle', styles, undefined, what);
    s.timeStyle = option(o, 'timeStyle', styles, undefined, what);
    applyStyles(s, any);
    applyDefaults(s, any, defaults);
    if (s.hour) s.hourCycle = cycle ?? 'h12';
    s.resolved = () => resolved(s);
    return s;
  }

  function zone(s, name) {
    s.timeZone = zoneOf(name === undefined ? undefined : String(name));
    if (s.timeZone === undefined) throw new RangeError(`Invalid time zone specified: ${name}`);
  }

  const dateNames = ['weekday', 'year', 'month', 'day'], timeNames = ['hour', 'minute', 'second', 'fractionalSecondDigits'];

  function applyStyles(s, any) {
    if (!s.dateStyle && !s.timeStyle) return;
    if ([...dateNames, ...timeNames, 'timeZoneName'].some((name) => s[name])) throw new TypeError('Invalid option : option');
    if ((any === 'date' && s.timeStyle) || (any === 'time' && s.dateStyle)) throw new TypeError('Invalid option : option');
    Object.assign(s, dateStyles[s.dateStyle], timeStyles[s.timeStyle]);
    s.styled = true;
  }

  function applyDefaults(s, any, defaults) {
    if (s.styled) return;
    const asked = [...(any !== 'time' ? dateNames : []), ...(any !== 'date' ? timeNames : [])];
    if (asked.some((name) => s[name])) return;
    if (defaults !== 'time') s.year = s.month = s.day = 'numeric';
    if (defaults !== 'date') s.hour = s.minute = s.second = 'numeric';
  }

  function resolved(s) {
    const out = { locale: s.locale, calendar: 'gregory', numberingSystem: 'latn', timeZone: s.timeZone };
    if (s.hourCycle) Object.assign(out, { hourCycle: s.hourCycle, hour12: s.hourCycle === 'h12' || s.hourCycle === 'h11' });
    if (s.styled) {
      if (s.dateStyle) out.dateStyle = s.dateStyle;
      if (s.timeStyle) out.timeStyle = s.timeStyle;
      return out;
    }
    for (const name of [...dateNames, ...timeNames, 'timeZoneName']) {
      if (s[name] !== undefined) out[name] = (name === 'minute' || name === 'second') && (s.hour || s.minute) ? '2-digit' : s[name];
    }
    return out;
  }

  const pad = (n, size = 2) => String(n).padStart(size, '0');
  const literal = (value) => ({ type: 'literal', value });
  const named = (list, i, form) => (form === 'long' ? list[i] : list[i].slice(0, form === 'short' ? 3 : 1));

  function datePart(s, f, name) {
    switch (name) {
      case 'weekday': return { type: name, value: named(days, f.weekday, s.weekday) };
      case 'year': return { type: name, value: s.year === '2-digit' ? pad(f.year % 100) : String(f.year) };
      case 'month':
        return { type: name, value: numeric.includes(s.month) ? number(f.month, s.month) : named(months, f.month - 1, s.month) };
      default: return { type: name, value: number(f.day, s.day) };
    }
  }
  const number = (n, form) => (form === '2-digit' ? pad(n) : String(n));

  // dateParts puts the parts of a date into American order.
  function dateParts(s, f) {
    const out = [];
    const add = (name, before) => {
      if (!s[name]) return;
      if (out.length) out.push(literal(before));
      out.push(datePart(s, f, name));
    };
    if (s.month && !numeric.includes(s.month)) {
      add('weekday', '');
      add('month', ', ');
      add('day', ' ');
      add('year', s.day ? ', ' : ' ');
      return out;
    }
    if (s.weekday && s.day && !s.month && !s.year) {
      return [datePart(s, f, 'day'), literal(' '), datePart(s, f, 'weekday')];
    }
    add('weekday', '');
    add('month', ', ');
    add('day', s.month ? '/' : ', ');
    add('year', s.month || s.day ? '/' : ' ');
    return out;
  }

  function timeParts(s, f) {
    const out = [];
    const add = (type, value, before) => {
      if (out.length) out.push(literal(before));
      out.push({ type, value });
    };
    if (s.hour) {
      const twelve = s.hourCycle === 'h12' || s.hourCycle === 'h11';
      let hour = f.hour;
      if (s.hourCycle === 'h12') hour = hour % 12 || 12;
      if (s.hourCycle === 'h11') hour %= 12;
      if (s.hourCycle === 'h24') hour ||= 24;
      add('hour', twelve ? number(hour, s.hour) : pad(hour), '');
    }
    const alone = !s.hour && !(s.minute && s.second);
    if (s.minute) add('minute', alone ? String(f.minute) : pad(f.minute), ':');
    if (s.second) add('second', alone ? String(f.second) : pad(f.second), ':');
    if (s.fractionalSecondDigits) add('fractionalSecond', pad(f.millisecond, 3).slice(0, s.fractionalSecondDigits), '.');
    if (s.hour && (s.hourCycle === 'h12' || s.hourCycle === 'h11')) add('dayPeriod', f.hour < 12 ? 'AM' : 'PM', '\u202f');
    return out;
  }

  function zoneName(s, f) {
    const american = /^(America|US|Pacific\/Honolulu)/.test(s.timeZone) && /^[ECMPAH][SD]?T$|^AK[SD]T$/.test(f.abbreviation);
    const utc = s.timeZone === 'UTC';
    if (s.timeZoneName === 'short') {
      if (utc) return 'UTC';
      return american ? f.abbreviation : offset(f.offset, false);
    }
    if (s.timeZoneName === 'long' && utc) return 'Coordinated Universal Time';
    if (s.timeZoneName === 'shortOffset') return offset(f.offset, false);
    if (s.timeZoneName === 'longOffset') return offset(f.offset, true);
    return kit.refuse(`${what} option timeZoneName: ${s.timeZoneName} for ${s.timeZone}`);
  }

  function offset(minutes, long) {
    if (minutes === 0) return 'GMT';
    const abs = Math.abs(minutes), hours = Math.floor(abs / 60), rest = abs % 60;
    const sign = minutes < 0 ? '-' : '+';
    return `GMT${sign}${long ? pad(hours) : hours}${rest || long ? `:${pad(rest)}` : ''}`;
  }

  function parts(s, date) {
    const ms = date === undefined ? Date.now() : Number(date);
    if (!(Math.abs(ms) <= 8.64e15)) throw new RangeError('Invalid time value');
    const f = fields(Math.trunc(ms), s.timeZone);
    if (f.year < 1) kit.refuse(`${what} of a year before 1`);
    const day = dateParts(s, f), time = timeParts(s, f);
    if (s.timeZoneName) {
      const target = time.length ? time : day;
      target.push(literal(time.length || !day.length ? ' ' : ', '), { type: 'timeZoneName', value: zoneName(s, f) });
      if (target[0].type === 'literal') target.shift();
    }
    if (!day.length || !time.length) return day.length ? day : time;
    return [...day, literal(s.month === 'long' ? ' at ' : ', '), ...time];
  }

  // text is what V8 makes of the parts: the narrow space is a plain one in it.
  const text = (s, date) => join(parts(s, date)).replace('\u202f', ' ');

  const { Class: DateTimeFormat, state, unbuilt } = make('DateTimeFormat', true, (locales, options) => init(locales, options));
  define(DateTimeFormat.prototype, 'formatToParts', 'formatToParts', 1, function (date) {
    return parts(state(this, 'formatToParts'), date);
  });
  getter(DateTimeFormat.prototype, 'format', function () {
    const s = state(this, 'get format');
    return (s.bound ??= (date) => text(s, date));
  });
  unbuilt('formatRange', 2);
  unbuilt('formatRangeToParts', 2);

  return {
    DateTimeFormat,
    format: (date, locales, options, any, defaults) => text(init(locales, options, any, defaults), date),
  };
})
