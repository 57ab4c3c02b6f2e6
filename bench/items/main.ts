// `npm run bench:items`: 90 planted faults among 900 items; how many are found, by first attempts an item and by how items scatter around their level.

import { FAULTS, findPlanted, inAll } from './planted.js';

const share = (value: number): string => (Number.isNaN(value) ? '  -' : value.toFixed(2));

console.log(
  'First attempts an item, recall and precision of each planted fault (30 of each among 900 items), and of all:',
);
const sizes = process.argv.slice(2).map(Number).filter(Boolean);
for (const scatter of [0.35, 0.5]) {
  console.log(
    `\nhonest items within ${scatter} logits of their level; a mislabelled one is a whole level (1 logit) off`,
  );
  for (const perItem of scatter !== 0.35 ? [300] : sizes.length > 0 ? sizes : [30, 75, 150, 300, 600]) {
    const found = findPlanted(perItem, 11, { scatter });
    const { recall, precision } = inAll(found);
    const parts = FAULTS.map((fault) => {
      const { planted, told, right } = found.get(fault) ?? { planted: 0, told: 0, right: 0 };
      return `${fault.slice(6).padEnd(12)} ${share(right / planted)} ${share(right / told)}`;
    });
    const met = perItem < 300 ? '' : recall >= 0.9 && precision >= 0.9 ? '  met' : '  MISSED';
    console.log(
      `${String(perItem).padStart(5)}   ${parts.join('   ')}   all ${share(recall)} ${share(precision)}${met}`,
    );
  }
}
