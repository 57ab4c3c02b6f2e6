// api-quiz completion: the script that makes a shell complete verbs, options and their values.

import type { Command } from '../app/command.js';
import { SHELL_NAMES, SHELL_SCRIPTS } from '../app/completion/shell-scripts.js';
import { Failure } from '../text/failure.js';

export const completion: Command = {
  arguments: [{ name: '<shell>', text: SHELL_NAMES.join(', ') }],
  examples: [
    'eval "$(api-quiz completion bash)"     # in ~/.bashrc',
    'eval "$(api-quiz completion zsh)"      # in ~/.zshrc, after compinit',
    'api-quiz completion fish > ~/.config/fish/completions/api-quiz.fish',
    'api-quiz completion powershell | Out-String | Invoke-Expression',
  ],
  async run(world, [typed = '']) {
    const shell = SHELL_NAMES.find((name) => name === typed.toLowerCase());
    if (shell === undefined)
      throw new Failure('option-wrong', {
        option: 'completion',
        value: typed,
        expected: SHELL_NAMES.join(', '),
      });
    world.stdout.write(SHELL_SCRIPTS[shell]);
    return 0;
  },
};
