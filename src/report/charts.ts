// The charts of the HTML report: what they show and in which words.

import { cutText } from '../text/fit.js';
import { percent } from '../text/number.js';
import { busyDay, firstMonday, shadeOf } from './calendar.js';
import { type Chart, INK } from './chart-svg.js';
import type { ActiveDay, Calibration, TopicSummary, Week } from './summary-shape.js';
import { groupedCount } from './words.js';

/** Drawn as wide as a telephone shows it, so that its text is never scaled below what can be read. */
const WIDTH = 360;
const FONT = 12;
/** Characters of a topic above its bar: what fits with a wide font. */
const LABEL = 50;
/** Pixels of a topic: its name, and its bar below. */
const ROW = 34;

const label = { color: INK.text, fontSize: FONT };
const axisLine = { lineStyle: { color: INK.line } };
const split = { lineStyle: { color: INK.line } };
const share = {
  type: 'value',
  min: 0,
  max: 1,
  interval: 0.25,
  axisLabel: { ...label, formatter: (value: number) => percent(value) },
  splitLine: split,
  axisLine,
} as const;
const still = { silent: true, emphasis: { disabled: true } } as const;

/** Estimate and 80 % interval of every topic with enough answers, the weakest on top; undefined without any. */
export function masteryChart(topics: readonly TopicSummary[]): Chart | undefined {
  const shown = topics.filter(({ enough }) => enough).sort((a, b) => a.chance - b.chance);
  const [weakest] = shown;
  const strongest = shown.at(-1);
  if (!weakest || !strongest) return undefined;
  const rows = [...shown].reverse();
  return {
    name: 'mastery',
    title: 'Mastery per topic with 80 % intervals',
    description: `${shown.length} topics with enough answers, from ${weakest.title} (${percent(weakest.chance)}) to ${strongest.title} (${percent(strongest.chance)}). All figures are in the table of all topics.`,
    width: WIDTH,
    height: 40 + ROW * rows.length,
    option: {
      grid: { left: 12, right: 20, top: 12, bottom: 26 },
      xAxis: share,
      yAxis: {
        type: 'category',
        data: rows.map(({ title }) => cutText(title, LABEL)),
        axisTick: { show: false },
        axisLine,
        axisLabel: { ...label, inside: true, verticalAlign: 'bottom', padding: [0, 0, 5, 0] },
      },
      series: [
        {
          type: 'bar',
          stack: 'interval',
          barWidth: 8,
          data: rows.map(({ low }) => low),
          itemStyle: { color: 'none' },
          ...still,
        },
        {
          type: 'bar',
          stack: 'interval',
          data: rows.map(({ low, high }) => high - low),
          itemStyle: { color: INK.soft, borderRadius: 4 },
          ...still,
        },
        {
          type: 'scatter',
          symbolSize: 9,
          data: rows.map(({ chance }, row) => [chance, row]),
          itemStyle: { color: INK.accent, opacity: 1 },
          ...still,
        },
      ],
    },
  };
}

/** Readiness at the end of each week; undefined for fewer than two weeks. */
export function trendChart(trend: readonly Week[]): Chart | undefined {
  const [first] = trend;
  const last = trend.at(-1);
  if (!first || !last || trend.length < 2) return undefined;
  return {
    name: 'trend',
    title: 'Readiness by week',
    description: `From ${percent(first.readiness)} in the week of ${first.week} to ${percent(last.readiness)} in the week of ${last.week}. The table below has every week.`,
    width: WIDTH,
    height: 200,
    option: {
      grid: { left: 48, right: 20, top: 12, bottom: 28 },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: trend.map(({ week }) => week.slice(5)),
        axisLabel: { ...label, hideOverlap: true },
        axisTick: { show: false },
        axisLine,
      },
      yAxis: share,
      series: [
        {
          type: 'line',
          data: trend.map(({ readiness }) => readiness),
          symbol: 'circle',
          symbolSize: 6,
          lineStyle: { color: INK.accent, width: 2 },
          itemStyle: { color: INK.accent },
          areaStyle: { color: INK.soft, opacity: 0.5 },
          ...still,
        },
      ],
    },
  };
}

/** Weeks that fit the width. */
const CALENDAR_WEEKS = 20;

/** Answers per day over the last weeks; undefined without any. */
export function activityChart(activity: readonly ActiveDay[], day: string): Chart | undefined {
  const first = firstMonday(day, CALENDAR_WEEKS);
  const shown = activity.filter((active) => active.day >= first && active.day <= day);
  if (shown.length === 0) return undefined;
  const full = busyDay(activity);
  const sum = shown.reduce((total, { answers }) => total + answers, 0);
  const shades = [INK.shade1, INK.shade2, INK.shade3, INK.shade4];
  return {
    name: 'activity',
    title: 'Answers per day',
    description: `${groupedCount(sum, 'answer')} on ${groupedCount(shown.length, 'day')} since ${first}; darker is more, the darkest ${full} or more. The table below has every day.`,
    width: WIDTH,
    height: 150,
    option: {
      calendar: {
        range: [first, day],
        left: 36,
        right: 4,
        top: 24,
        cellSize: [16, 16],
        splitLine: { show: false },
        itemStyle: { color: INK.shade0, borderColor: INK.line, borderWidth: 1 },
        dayLabel: { ...label, firstDay: 1, nameMap: ['', 'Mon', '', 'Wed', '', 'Fri', ''] },
        monthLabel: label,
        yearLabel: { show: false },
      },
      visualMap: {
        show: false,
        type: 'piecewise',
        pieces: shades.map((color, index) => ({ value: index + 1, color })),
      },
      series: [
        {
          type: 'heatmap',
          coordinateSystem: 'calendar',
          data: shown.map((active) => [active.day, shadeOf(active.answers, full)]),
          ...still,
        },
      ],
    },
  };
}

/** Stated against real chances; undefined where no word was stated often enough. */
export function calibrationChart(calibration: Calibration | null): Chart | undefined {
  if (!calibration || calibration.rows.length === 0) return undefined;
  const points = calibration.rows.map(({ statedChance, right }) => [statedChance, right]);
  return {
    name: 'calibration',
    title: 'Stated confidence against what came of it',
    description: `${calibration.rows.map(({ stated, statedChance, right }) => `"${stated}" means ${percent(statedChance)} and was ${percent(right)}`).join('; ')}. On the diagonal both agree; below it lies overconfidence.`,
    width: WIDTH,
    height: 220,
    option: {
      grid: { left: 48, right: 20, top: 14, bottom: 28 },
      xAxis: { ...share, min: 0.25 },
      yAxis: share,
      series: [
        {
          type: 'line',
          symbol: 'none',
          data: [
            [0.25, 0.25],
            [1, 1],
          ],
          lineStyle: { color: INK.line, width: 1.5, type: 'dashed' },
          ...still,
        },
        {
          type: 'scatter',
          symbolSize: 12,
          data: points,
          itemStyle: { color: INK.accent, opacity: 1 },
          label: {
            show: true,
            position: 'right',
            color: INK.text,
            fontSize: FONT,
            formatter: ({ dataIndex }: { dataIndex: number }) => calibration.rows[dataIndex]?.stated ?? '',
          },
          ...still,
        },
      ],
    },
  };
}
