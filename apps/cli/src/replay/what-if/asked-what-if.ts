import { tallyWith, whatIf, type Comparison, type RuleSet, type Tally } from '@kring/replay';
import { Failure } from '../../failure.ts';
import type { Outflow } from '../../simulate/outflow.ts';
import type { Terminal } from '../../terminal.ts';
import { regionsFolder } from '../../token/demo-accounts.ts';
import { writeJsonList } from '../json-list.ts';
import type { ReplayOptions } from '../replay.command.ts';
import type { ReplaySource } from '../source/source.ts';
import { comparisonInDutch, headingInDutch, tallyInDutch } from './comparison-in-dutch.ts';
import { ruleFile } from './rule-file.ts';

type Around = { readonly source: ReplaySource; readonly outflow: Outflow; readonly terminal: Terminal };

/** Compares household after household; what is held is one of them, and the counts. */
class Compared {
  tally: Tally = {};
  households = 0;

  constructor(private readonly ruleSet: RuleSet, private readonly options: ReplayOptions, private readonly around: Around) {}

  async *each(): AsyncIterable<Comparison> {
    const { source, terminal } = this.around;
    const { household, until = terminal.now().toISOString(), hindsight = false } = this.options;
    const { loadRegions } = await import('@kring/regions');
    const regions = await loadRegions(regionsFolder(terminal.environment));
    const rules = regions.rulesFor.bind(regions);
    for await (const householdId of household === undefined ? source.households() : one(household)) {
      const history = await source.history(householdId);
      if (history.length === 0) continue;
      const comparison = whatIf({ householdId, history, rules }, this.ruleSet, { until, hindsight });
      this.tally = tallyWith(this.tally, comparison);
      this.households += 1;
      yield comparison;
    }
    if (household !== undefined && this.households === 0) throw new Failure('nothing is told of such a household, or nothing that you may see.');
  }
}

async function* one(id: string): AsyncIterable<string> {
  yield id;
}

/** Real history under the rules of a file: who would have been told what, and when, beside who was. */
export const askedWhatIf = async (file: string, options: ReplayOptions, around: Around): Promise<void> => {
  const ruleSet = await ruleFile(file);
  const { outflow, terminal } = around;
  const compared = new Compared(ruleSet, options, around);
  if (options.json) {
    const head = { rules: ruleSet.name ?? file, hindsight: options.hindsight ?? false };
    return writeJsonList(outflow, head, 'households', compared.each(), () => ({ tally: compared.tally }));
  }
  await outflow.write(headingInDutch(ruleSet, file));
  for await (const comparison of compared.each()) await outflow.write(comparisonInDutch(comparison, terminal.columns));
  await outflow.write(tallyInDutch(compared.tally, compared.households, terminal.columns));
};
