// The script each shell needs; all of them ask `api-quiz --complete` and know nothing of verbs themselves.

export const SHELL_NAMES = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type ShellName = (typeof SHELL_NAMES)[number];

// Works in bash 3.2 and without the package bash-completion.
const BASH = `# api-quiz completion for bash. In ~/.bashrc:  eval "$(api-quiz completion bash)"
_api_quiz() {
  local line word
  COMPREPLY=()
  word="\${COMP_WORDS[COMP_CWORD]}"
  [ "$word" = "=" ] && word=""
  while IFS= read -r line; do
    if [ "$line" = ":files" ]; then
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$word")
      compopt -o filenames 2>/dev/null
      return
    fi
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <(api-quiz --complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _api_quiz api-quiz
`;

const ZSH = `#compdef api-quiz
# api-quiz completion for zsh. In ~/.zshrc, after compinit:  eval "$(api-quiz completion zsh)"
_api_quiz() {
  local line
  local -a found
  for line in "\${(@f)$(api-quiz --complete "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -z "$line" ]] && continue
    if [[ "$line" == ":files" ]]; then _files; return; fi
    if [[ "$line" == *$'\\t'* ]]; then
      found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
    else
      found+=("\${line//:/\\\\:}")
    fi
  done
  _describe -t values 'api-quiz' found
}
compdef _api_quiz api-quiz
`;

const FISH = `# api-quiz completion for fish:  api-quiz completion fish > ~/.config/fish/completions/api-quiz.fish
function __api_quiz_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l lines (api-quiz --complete $words[2..-1] "$current" 2>/dev/null)
    if test "$lines[1]" = ":files"
        __fish_complete_path "$current"
    else
        printf '%s\\n' $lines
    end
end
complete -c api-quiz -e
complete -c api-quiz -f -a '(__api_quiz_complete)'
`;

const POWERSHELL = `# api-quiz completion for PowerShell. In $PROFILE:  api-quiz completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName api-quiz -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
    $words += $wordToComplete
    $lines = @(api-quiz --complete $words 2>$null)
    if ($lines.Count -gt 0 -and $lines[0] -eq ':files') { return }
    foreach ($line in $lines) {
        $value, $text = $line -split "\`t", 2
        if (-not $text) { $text = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $text)
    }
}
`;

export const SHELL_SCRIPTS: Readonly<Record<ShellName, string>> = {
  bash: BASH,
  zsh: ZSH,
  fish: FISH,
  powershell: POWERSHELL,
};
