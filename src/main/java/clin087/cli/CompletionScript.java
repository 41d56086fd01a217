package clin087.cli;

import clin087.batch.FailOn;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Writes the script that completes commands, options and their values in bash and zsh. Picocli's
 * own script is not used, since it turns off the completion of file names and has no lists of
 * values.
 */
public final class CompletionScript {
  /** The script; the commands replace its placeholder. */
  private static final String SCRIPT =
      """
      # Completes the commands, options and values of clin087 in bash and in zsh.
      # Load it from ~/.bashrc or ~/.zshrc: . /path/to/clin087.bash

      if [ -n "${ZSH_VERSION-}" ]; then
        whence compdef >/dev/null || { autoload -U +X compinit && compinit; }
        autoload -U +X bashcompinit && bashcompinit
      fi

      _clin087() {
        local line=${COMP_LINE:0:$COMP_POINT} command='' i
        local word=${line##* } option='' head='' kind='' values='' options='' commands=''
        for ((i = 1; i < COMP_CWORD; i++)); do
          case "$command,${COMP_WORDS[i]}" in
            *,-*) ;;
            ,* | policy,*) command="$command${command:+ }${COMP_WORDS[i]}" ;;
          esac
        done
        # the option whose value is completed: in the same word, or before it
        case "$word" in
          --*=*) option=${word%%=*} head=${word%%=*}= ;;
          *)
            option=${line%"$word"}
            option=${option%"${option##*[! ]}"}
            option=${option##* }
            ;;
        esac
        case "$command" in
      @COMMANDS@  esac
        local value=${word#"$head"}
        case "$kind:$value" in
          pairs:*=*) head=$head${value%%=*}= value=${value#*=} kind=files ;;
          list:*,*) head=$head${value%,*}, value=${value##*,} ;;
        esac
        # bash replaces only what comes after the last '='
        case "${COMP_WORDBREAKS-}" in *=*) head=${head##*=} ;; esac
        COMPREPLY=()
        case "$kind" in
          words | pairs | list) COMPREPLY=($(compgen -P "$head" -W "$values" -- "$value")) ;;
          files)
            # without an answer the shell itself completes file names
            for i in "$value"*; do
              [ -z "$head" ] || [ ! -e "$i" ] || COMPREPLY+=("$head$i")
            done
            ;;
          nothing) compopt +o default 2>/dev/null ;;
          *)
            case "$word" in
              -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
              *) COMPREPLY=($(compgen -W "$commands" -- "$word")) ;;
            esac
            ;;
        esac
        return 0
      }

      complete -o default -F _clin087 clin087
      """;

  private final StringBuilder cases = new StringBuilder();
  private final List<String> failing;

  private CompletionScript(Policy policy) {
    this.failing = FailOn.names(policy);
  }

  /**
   * Writes the script; the build runs this.
   *
   * @param args the file to write, and the policy whose verdicts and cautions it completes
   */
  public static void main(String[] args) throws IOException {
    Path target = Path.of(args[0]).toAbsolutePath();
    Path policy = Path.of(args[1]).toAbsolutePath();
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    PolicyFile read = PolicyFile.read(args[1], Files.readAllBytes(policy), policy.getParent());
    Files.writeString(target, of(Objects.requireNonNull(read.policy())));
  }

  /** The script, with the verdicts and cautions of a policy. */
  static String of(Policy policy) {
    CompletionScript script = new CompletionScript(policy);
    script.add("", Commands.commandLine());
    return SCRIPT.replace("@COMMANDS@", script.cases);
  }

  private void add(String name, CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    List<String> options = new ArrayList<>();
    StringBuilder values = new StringBuilder();
    for (OptionSpec option : spec.options()) {
      options.addAll(List.of(option.names()));
      if (option.arity().max() > 0) {
        String names = String.join(" | ", option.names());
        values.append("        ").append(names).append(") ").append(kind(option)).append(" ;;\n");
      }
    }
    cases.append("    '").append(name).append("')\n");
    cases.append("      commands='").append(String.join(" ", command.getSubcommands().keySet()));
    cases.append("'\n      options='").append(String.join(" ", options)).append("'\n");
    if (!values.isEmpty()) {
      cases.append("      case \"$option\" in\n").append(values).append("      esac\n");
    }
    cases.append("      ;;\n");
    command
        .getSubcommands()
        .forEach((sub, line) -> add(name.isEmpty() ? sub : name + " " + sub, line));
  }

  /** The shell code that says how the value of an option is completed. */
  private String kind(OptionSpec option) {
    String label = option.paramLabel();
    List<String> values = new ArrayList<>();
    if (option.longestName().equals(CheckOptions.FAIL_ON)) {
      values.addAll(failing);
    } else if (option.completionCandidates() != null) {
      option.completionCandidates().forEach(values::add);
    }
    if (values.isEmpty()) {
      return label.matches("FILE|DIR|PATH") ? "kind=files" : "kind=nothing";
    }
    String kind = label.endsWith(",...") ? "list" : label.endsWith("[=FILE]") ? "pairs" : "words";
    return "kind=" + kind + " values='" + String.join(" ", values) + "'";
  }
}
