// Months, days and times as their texts say them. A month is a number: 12 times the year, and the
// months of it; a day is a number that grows with the calendar.

const LAST_YEAR = 999999999;
// 2026, -0044, +12026: four digits, more of them behind a sign
const YEAR = '(-?[0-9]{4}|[+-][0-9]{5,10})';

function year(text) {
  const number = Number(text);
  check(Math.abs(number) <= LAST_YEAR && !(number === 0 && text.startsWith('-')), 'not a year');
  return number;
}

function month(text) {
  check(text >= '01' && text <= '12', 'not a month');
  return Number(text);
}

function daysOf(period) {
  const {year: y, month: m} = partsOf(period);
  const isLeap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  return m === 2 ? isLeap ? 29 : 28 : [4, 6, 9, 11].includes(m) ? 30 : 31;
}

function partsOf(period) {
  const y = Math.floor(period / 12);
  return {year: y, month: period - 12 * y + 1};
}

function periodOf(y, m) {
  check(Math.abs(y) <= LAST_YEAR, 'beyond the calendar');
  return 12 * y + m - 1;
}

/** The month before; refuses to leave the calendar. */
function before(period) {
  const {year: y} = partsOf(period - 1);
  check(y >= -LAST_YEAR, 'beyond the calendar');
  return period - 1;
}

/** The month after; refuses to leave the calendar. */
function after(period) {
  check(partsOf(period + 1).year <= LAST_YEAR, 'beyond the calendar');
  return period + 1;
}

/** Days since 1970-01-01 of a day of a month. */
function dayNumber(period, day) {
  const {year: y, month: m} = partsOf(period);
  const shifted = m > 2 ? y : y - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4)
    - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

function lastDayNumber(period) {
  return dayNumber(period, daysOf(period));
}

/** The month a day since 1970-01-01 lies in. */
function monthOfDay(number) {
  let period = 12 * 1970 + Math.floor(number * 12 / 365.2425) - 1;
  while (lastDayNumber(period) < number) {
    period++;
  }
  return period;
}

function yearText(y) {
  const digits = String(Math.abs(y)).padStart(4, '0');
  return (y < 0 ? '-' : y > 9999 ? '+' : '') + digits;
}

function periodText(period) {
  const {year: y, month: m} = partsOf(period);
  // a month beyond 9999 is written without a sign before it, a day with one
  return yearText(y).replace('+', '') + '-' + String(m).padStart(2, '0');
}

const PERIOD = new RegExp(`^${YEAR}-([0-9]{2})$`);
const DATE = new RegExp(`^${YEAR}-([0-9]{2})-([0-9]{2})$`);
const INSTANT = /^(.+)T([0-9]{2}):([0-9]{2}):([0-9]{2})(\.[0-9]{3}|\.[0-9]{6}|\.[0-9]{9})?Z$/;

function parsePeriod(text) {
  const form = PERIOD.exec(text);
  check(form !== null, 'no month');
  return periodOf(year(form[1]), month(form[2]));
}

/** {period, day, order, text}: text is how it is written in its one form. */
function parseDate(text) {
  const form = DATE.exec(text);
  check(form !== null, 'no date');
  const period = periodOf(year(form[1]), month(form[2]));
  const day = Number(form[3]);
  check(day >= 1 && day <= daysOf(period), 'no date');
  const y = partsOf(period).year;
  return {period, day, order: period * 31 + day - 1,
    text: yearText(y) + '-' + form[2] + '-' + form[3]};
}

/** Requires the text of a time in its one form, in UTC. */
function checkInstant(text) {
  const form = INSTANT.exec(text);
  check(form !== null && form[2] < '24' && form[3] < '60' && form[4] < '60'
    && !(form[5] || '').endsWith('000'), 'not a time: ' + text);
  // a time may lie one year beyond the days; that year is as long as the year 2000
  const day = form[1].replace(/^[+-]1000000000-/, '2000-');
  check(parseDate(day).text === day, 'not a time in canonical form: ' + text);
}

/** True where the day is after the last one of the month. */
function isAfterMonth(date, period) {
  return date.period > period;
}
