import { spawn } from 'node:child_process';

/** A failure that the person at the terminal can act on; it is shown without a stack. */
export class SeedError extends Error {}

const GIT = ['core.autocrlf=false', 'core.fileMode=false', 'core.hooksPath=/dev/null', 'gc.auto=0'];

/** Runs git as if this machine had no configuration of its own, so that ids come out the same. */
export function git(args, { env = {} } = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return run('git', [...GIT.flatMap((setting) => ['-c', setting]), ...args], {
    env: {
      ...Object.fromEntries(inherited),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C',
      TZ: 'UTC',
      ...env,
    },
  });
}

/** Runs a command to its end and returns what it printed, without the last line feed. */
export async function run(command, args, { cwd, env = process.env } = {}) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = [];
  const said = [];
  child.stdout.on('data', (chunk) => printed.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  const code = await new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(
        error.code === 'ENOENT'
          ? new SeedError(
              `${command} is not installed or not on the PATH: install it, and run again.`,
            )
          : error,
      ),
    );
    child.on('close', resolve);
  });
  const output = Buffer.concat(printed).toString('utf8');
  if (code !== 0) {
    const reason = `${Buffer.concat(said)}${output}`.trim().split('\n').slice(-15).join('\n');
    throw new SeedError(`${command} ${args.slice(-3).join(' ')} ended with ${code}:\n${reason}`);
  }
  return output.replace(/\n$/, '');
}
