import { readFile } from 'node:fs/promises';
import { RuleSetInvalid, ruleSetFrom, type RuleSet } from '@kring/replay';
import { YAMLParseError, parse } from 'yaml';
import { Failure } from '../../failure.ts';

/** The rules that a file holds, or all that is wrong with it in one sentence. */
export const ruleFile = async (path: string): Promise<RuleSet> => {
  const text = await readFile(path, 'utf8');
  try {
    return ruleSetFrom(parse(text));
  } catch (error) {
    if (error instanceof RuleSetInvalid) throw new Failure(`the rules cannot be used: ${error.message}.`, 2);
    if (error instanceof YAMLParseError) throw new Failure(`the rules are not YAML: ${error.message.split('\n')[0]}`, 2);
    throw error;
  }
};
