// Words and numbers in the reader's language.

const wordsOf = JSON.parse(document.getElementById('words').textContent);
const locales = { vi: 'vi-VN', en: 'en-GB' };
let language = 'vi';

/** The sentence of a key in the chosen language, its {names} filled in; an unknown key is a fault of the page. */
function t(key, values = {}) {
  const words = wordsOf[language];
  const plural = 'n' in values ? `${key}.${new Intl.PluralRules(locales[language]).select(values.n)}` : key;
  const text = words[plural] ?? words[key];
  if (text === undefined) throw new Error(`Cannot write '${key}' in ${language}: there is no such text.`);
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    if (!(name in values)) throw new Error(`Cannot write '${key}': it asks for '${name}'.`);
    return typeof values[name] === 'number' ? number(values[name]) : values[name];
  });
}

/** A text that begins with a capital letter. */
const sentence = (text) => text.charAt(0).toLocaleUpperCase(locales[language]) + text.slice(1);

const known = (key) => key in wordsOf[language];

/** The text of a code that data may grow: the code itself where no text is known. */
const tCode = (prefix, code) => (known(`${prefix}.${code}`) ? t(`${prefix}.${code}`) : String(code).replaceAll('_', ' '));

function number(value, digits = 0, least = 0) {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-US', {
    maximumFractionDigits: digits, minimumFractionDigits: least,
  }).format(value).replace('-', '−');
}

const signed = (value, digits = 1) => (value > 0 ? '+' : '') + number(value, digits, digits);
const percent = (value, digits = 1) => `${number(value, digits)}%`;
const signedPercent = (value) => (value === null || value === undefined ? '' : `${signed(value)}%`);

const scales = [[1e12, 'trillion'], [1e9, 'billion'], [1e6, 'million']];

/** A value cut to what a reader takes in at once: 4,78 tỷ USD. */
function short(value, unit, bare = false) {
  const [factor, word] = scales.find(([f]) => Math.abs(value) >= f) || [1, ''];
  const cut = value / factor;
  const digits = Math.abs(cut) >= 100 ? (factor === 1 ? 0 : 1) : Math.abs(cut) >= 10 ? (factor === 1 ? 1 : 2) : 2;
  const amount = number(cut, digits) + (word ? ` ${t(`scale.${word}`)}` : '');
  return bare || !unit ? amount : `${amount} ${unitName(unit)}`;
}

const unitName = (unit) => tCode('unit', unit);

/** Value, range and qualifier as one readable text: "trên 197 triệu USD", "400–450 xe/ngày". */
function amount(row, bare = false) {
  const range = row.value_high !== null && row.value_high !== undefined && row.value_high !== row.value;
  const text = range ? `${short(row.value, '', true)}–${short(row.value_high, row.unit, bare)}` : short(row.value, row.unit, bare);
  return row.qualifier && row.qualifier !== 'exact' ? `${t(`qualifier.${row.qualifier}`)} ${text}` : text;
}

const parts = (day) => day.split('-').map(Number);

function date(day) {
  if (!day) return t('date.none');
  const [y, m, d] = parts(day);
  if (!m) return String(y);
  if (!d) return language === 'vi' ? `${m}/${y}` : `${monthName(m)} ${y}`;
  return language === 'vi' ? `${d}/${m}/${y}` : `${d} ${monthName(m)} ${y}`;
}

const monthName = (m) => new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2000, m - 1, 1)));

/** The period as a reader says it: "quý I năm 2024", "to 30 September 2024". */
function periodName(p) {
  const [y, m] = parts(p.period_start);
  switch (p.period_kind) {
    case 'year': return t('period.year', { y: String(y) });
    case 'half': return t(m < 7 ? 'period.half1' : 'period.half2', { y: String(y) });
    case 'quarter': return t('period.quarter', { q: ['I', 'II', 'III', 'IV'][(m - 1) / 3], n4: String((m + 2) / 3), y: String(y) });
    case 'jan_feb': return t('period.jan_feb', { y: String(y) });
    case 'month': return t('period.month', { m: language === 'vi' ? String(m) : monthName(m), y: String(y) });
    case 'ytd': return t('period.ytd', { d: date(p.period_end), y: String(y) });
    case 'day': return t('period.day', { d: date(p.period_start) });
    case 'point': return t('period.point', { d: date(p.period_start) });
    default: return p.period_start === p.period_end
      ? t('period.until', { d: date(p.period_end) })
      : t('period.range', { a: date(p.period_start), b: date(p.period_end) });
  }
}

/** The period between two days, by the most regular name that fits. */
function periodBetween(start, end) {
  const length = (Date.parse(end) - Date.parse(start)) / 86400000 + 1;
  const [, m, d] = parts(start);
  const last = new Date(Date.parse(end) + 86400000).getUTCDate() === 1;
  const regular = [['month', 28, 31, 1], ['jan_feb', 59, 60, 12], ['quarter', 90, 92, 3], ['half', 181, 184, 6], ['year', 365, 366, 12]];
  const kind = d === 1 && last ? regular.find(([, low, high, months]) => length >= low && length <= high && (m - 1) % months === 0)?.[0] : '';
  const fits = kind || (m === 1 && d === 1 ? 'ytd' : start === end ? 'day' : 'range');
  return periodName({ period_kind: fits, period_start: start, period_end: end });
}

const nameIn = (row, id) => (row ? row[`name_${language}`] || row.name_vi || id : id);
const sectionName = (id) => nameIn(sectionById.get(id), id);
const measureName = (id) => nameIn(measureById.get(id), id);
const goodsName = (id) => nameIn(goodsById.get(id), id);

function placeName(scopeId) {
  return nameIn(sectionById.get(scopeId) || gateById.get(scopeId) || areaById.get(scopeId), scopeId);
}

const regimeName = (id) => tCode('regime', id);
const directionName = (id) => t(`direction.${id}`);

/** Sorts by name in the reader's alphabet, where Đ follows D and not Z. */
function byName(list, name) {
  const collator = new Intl.Collator(locales[language]);
  return list.slice().sort((a, b) => collator.compare(name(a), name(b)));
}
