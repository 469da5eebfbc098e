import { framingNames } from '../../lib/framing/framings.ts';
import {
  type FaultName,
  type Faults,
  faultNames,
  faultOf,
  type LinkKind,
} from '../../lib/transport/faults/table.ts';
import { builtIn } from '../engine/built-in.ts';
import { demoIn, type LabDemo } from '../engine/catalogue.ts';
import { byId, make, options } from './dom.ts';
import type { Lab } from './lab.ts';

/** How far a slider goes, and its steps. A fault without a slider is a matter of scenes. */
const sliders: Partial<
  Record<FaultName, readonly [most: number, step: number, unit: string]>
> = {
  chop: [32, 1, 'bytes'],
  delay: [1_000, 10, 'ms'],
  jitter: [1_000, 10, 'ms'],
  loss: [100, 5, '%'],
  repeat: [100, 5, '%'],
  reorder: [100, 5, '%'],
  seed: [50, 1, ''],
};

/** The link and the framing, as far as this demo has a choice. */
export function settingsView(lab: Lab): void {
  const form = byId('settings', HTMLFormElement);
  form.addEventListener('submit', event => event.preventDefault());
  byId('reset', HTMLElement).addEventListener('click', () => {
    void lab.reset();
  });
  lab.listen(({ state, files }, before) => {
    if (state === before?.state && files === before.files) return;
    if (state.demo !== before?.state.demo)
      form.replaceChildren(...fields(lab, demoIn(builtIn, state)));
    for (const field of form.querySelectorAll('input'))
      show(field, state.link?.[field.name as FaultName]);
    const framing = form.querySelector('select');
    if (framing) framing.value = state.framing ?? 'lines';
  });
}

function fields(lab: Lab, demo: LabDemo | undefined): HTMLElement[] {
  if (!demo || demo.lessons) return [];
  const framing = demo.framings.length > 0 ? [framingField(lab)] : [];
  return [
    make('h3', '', 'Every link'),
    ...faultsOf(demo.faults).map(name => field(lab, name)),
    ...framing,
  ];
}

const faultsOf = (kind: LinkKind): FaultName[] =>
  faultNames.filter(
    name =>
      faultOf(name).of.includes(kind) &&
      (sliders[name] || faultOf(name).unit === undefined),
  );

function field(lab: Lab, name: FaultName): HTMLElement {
  const input = make('input');
  input.id = `link-${name}`;
  input.name = name;
  const slider = sliders[name];
  input.type = slider ? 'range' : 'checkbox';
  if (slider)
    [input.min, input.max, input.step] = ['0', String(slider[0]), String(slider[1])];
  const label = make('label', '', name);
  label.htmlFor = input.id;
  label.title = faultOf(name).help;
  input.setAttribute('aria-description', label.title);
  input.addEventListener('input', () => set(lab, input));
  return make('p', 'field', label, input, make('output', '', ''));
}

function set(lab: Lab, input: HTMLInputElement): void {
  const { link = {} } = lab.shown.state;
  const value = input.type === 'checkbox' ? input.checked : Number(input.value);
  const next = Object.fromEntries(
    Object.entries({ ...link, [input.name]: value }).filter(([, one]) => one),
  ) as Faults;
  show(input, next[input.name as FaultName]);
  void lab.alter({ link: next });
}

function show(input: HTMLInputElement, value: number | boolean | undefined): void {
  if (input.type === 'checkbox') input.checked = value === true;
  else input.value = String(value ?? 0);
  const words = value
    ? `${value === true ? 'yes' : value} ${sliders[input.name as FaultName]?.[2] ?? ''}`
    : 'as in the scene';
  const output = input.parentElement?.querySelector('output');
  if (output) output.textContent = words.trim();
  if (input.type === 'range') input.setAttribute('aria-valuetext', words.trim());
}

function framingField(lab: Lab): HTMLElement {
  const select = make('select');
  select.id = 'framing';
  select.replaceChildren(...options(framingNames.map(name => [name, name])));
  select.addEventListener('change', () => void lab.alter({ framing: select.value }));
  const label = make('label', '', 'framing');
  label.htmlFor = select.id;
  return make('p', 'field', label, select);
}
