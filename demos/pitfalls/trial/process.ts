import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type EndingSignal, endings } from '../../../lib/terminal/signal.ts';

const running = new Set<ChildProcess>();

/** Starts a program of a pitfall. It is ended when `stop` says so, or when this process ends. */
export async function started(
  file: string,
  args: readonly string[],
): Promise<ChildProcess> {
  const { PATH, SystemRoot } = process.env;
  const env = { PATH, SystemRoot, NO_COLOR: '1' };
  const child = file.endsWith('.py')
    ? spawn('python3', ['-u', file, ...args], { env })
    : spawn(process.execPath, ['--input-type=module', '-', ...args], { env });
  // It may be gone before it has read its own code.
  child.stdin.on('error', () => {});
  if (running.size === 0) watchOver();
  running.add(child);
  child.once('close', () => gone(child));
  child.stdin.end(file.endsWith('.py') ? '' : await codeOf(file));
  return child;
}

/** It may spin, and hear no signal that it could handle. */
export function stop(child: ChildProcess): void {
  child.kill('SIGKILL');
}

/** JavaScript for every Node that we support. In the package it lies beside the TypeScript. */
async function codeOf(file: string): Promise<string> {
  const compiled = file.replace(/\.ts$/, '.js');
  if (existsSync(compiled)) return readFileSync(compiled, 'utf8');
  const { transform } = await import('esbuild');
  const source = readFileSync(file, 'utf8');
  return (await transform(source, { loader: 'ts', target: 'node20' })).code;
}

function gone(child: ChildProcess): void {
  running.delete(child);
  if (running.size > 0) return;
  process.off('exit', stopAll);
  for (const signal of endings) process.off(signal, passOn);
}

function watchOver(): void {
  process.on('exit', stopAll);
  for (const signal of endings) process.on(signal, passOn);
}

function stopAll(): void {
  for (const child of running) stop(child);
}

/** The signal does what it would have done without us, after the children are gone. */
function passOn(signal: EndingSignal): void {
  stopAll();
  process.off(signal, passOn);
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
