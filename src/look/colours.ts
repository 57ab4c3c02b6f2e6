// Paints for a terminal that has colours. The only file that knows chalk; loaded where there are any.

import { Chalk, type ColorSupportLevel } from 'chalk';

export type { ColorSupportLevel };

export type Colours = Record<
  'accent' | 'strong' | 'dim' | 'right' | 'wrong' | 'warn',
  (text: string) => string
>;

/** `light`: for a light background. */
export function coloursOf(level: ColorSupportLevel, light: boolean): Colours {
  const chalk = new Chalk({ level });
  // chalk joins all its arguments; a paint takes one, so that it can be given to map.
  const paint = (style: (text: string) => string) => (text: string) => style(text);
  return {
    accent: paint(light ? chalk.blue : chalk.cyan),
    strong: paint(chalk.bold),
    dim: paint(light ? chalk.blackBright : chalk.dim),
    right: paint(chalk.green),
    wrong: paint(chalk.red),
    warn: paint(light ? chalk.magenta : chalk.yellow),
  };
}
