import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** A developer with a clone: plain git, as in any team. */
export class Developer {
  readonly clone: string;

  constructor(origin: string, folder: string) {
    this.clone = join(folder, 'clone');
    execFileSync('git', ['clone', '-q', origin, this.clone]);
    this.git('config', 'user.name', 'Developer');
    this.git('config', 'user.email', 'developer@example.invalid');
  }

  git(...words: string[]): string {
    return execFileSync('git', words, { cwd: this.clone, encoding: 'utf8' }).trim();
  }

  /** Merges a branch of the origin into a line and pushes it. */
  mergeInto(line: string, branch: string): void {
    this.git('fetch', '-q', 'origin');
    this.git('switch', '-q', line);
    this.git('merge', '-q', '--no-ff', '-m', `Merge ${branch} into ${line}`, `origin/${branch}`);
    this.git('push', '-q', 'origin', line);
  }
}
