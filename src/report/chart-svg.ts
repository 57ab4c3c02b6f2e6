// Chart options -> SVG text that stands in a page: no script, no style, no ids, colours from the page. The only file that knows echarts.

import { BarChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import { CalendarComponent, GridComponent, VisualMapComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { html, type Markup, trustedMarkup } from '../text/html.js';

export type ChartOption = EChartsCoreOption;

use([
  BarChart,
  LineChart,
  ScatterChart,
  HeatmapChart,
  GridComponent,
  CalendarComponent,
  VisualMapComponent,
  SVGRenderer,
]);

/**
 * Colours as the chart library understands them, each standing for a custom property of the page: so one drawing fits
 * light, dark and paper.
 */
export const INK = {
  text: '#a00001',
  line: '#a00002',
  accent: '#a00003',
  soft: '#a00004',
  shade0: '#a00010',
  shade1: '#a00011',
  shade2: '#a00012',
  shade3: '#a00013',
  shade4: '#a00014',
} as const;

export interface Chart {
  option: ChartOption;
  width: number;
  height: number;
  /** Unique in the page; letters and hyphens. */
  name: string;
  title: string;
  /** What is to be seen, for those who do not see it. */
  description: string;
}

/** The drawing, with its title and description. The same chart gives the same text. */
export function renderChart({ option, width, height, name, title, description }: Chart): Markup {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  let svg: string;
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: 'system-ui, sans-serif', color: INK.text },
      ...option,
    });
    svg = chart.renderToSVGString();
  } finally {
    // Without it the process would never end.
    chart.dispose();
  }
  const inner = plainDrawing(svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>\s*$/, ''));
  return html`<svg role="img" viewBox="0 0 ${width} ${height}" aria-labelledby="${name}-title ${name}-text"><title id="${name}-title">${title}</title><desc id="${name}-text">${description}</desc>${trustedMarkup(inner)}</svg>`;
}

/** Texts in it were escaped by the chart library, so every `<` begins a tag. */
function plainDrawing(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<rect [^>]*fill="none"[^>]*><\/rect>/, '')
    .replace(/ (?:class|pointer-events|xml:space|ecmeta_\w+|clip-path|style)="[^"]*"/g, (found) =>
      found.startsWith(' style=') ? styleAsAttributes(found) : '',
    )
    .replace(/<defs[\s\S]*?<\/defs>/g, '')
    .replace(
      /(fill|stroke)="(#a000\d\d)"/g,
      (_, attribute: string, colour: string) => `${attribute}="var(--${NAMES.get(colour) ?? 'text'})"`,
    )
    .replace(/\n+/g, '');
}

const NAMES = new Map(Object.entries<string>(INK).map(([name, colour]) => [colour, name]));

/** A strict policy forbids style attributes; what stands in them may stand as attributes of its own. */
function styleAsAttributes(found: string): string {
  const declarations = found.slice(' style="'.length, -1).split(';').filter(Boolean);
  return declarations
    .map((declaration) => ` ${declaration.replace(/^([\w-]+):\s*(.*)$/, '$1="$2"')}`)
    .join('');
}
