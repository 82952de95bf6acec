import 'mathlive/fonts.css';
import { MathfieldElement } from 'mathlive';
import type { Vocabulary } from '#lib/engine/kernel/formula/formula.ts';
import { readFormula } from '#lib/engine/kernel/formula/read-formula.ts';
import { writeTex, writeText } from '#lib/engine/kernel/formula/write.ts';

// The style sheet above brings the fonts from our own host; sounds are for nobody.
MathfieldElement.fontsDirectory = null;
MathfieldElement.soundsDirectory = null;

interface Wiring {
  readonly vocabulary: Vocabulary;
  readonly label: string;
  readonly describedBy: string;
  /** The formula as text, whenever it changes here. */
  readonly onchange: (text: string) => void;
  readonly onsubmit: () => void;
}

export interface FormulaEditor {
  /** Shows what was typed elsewhere. */
  readonly show: (text: string) => void;
  readonly focus: () => void;
  readonly remove: () => void;
}

/** A field in which a formula looks as it does on paper, kept in step with the plain one. */
export function openFormulaEditor(into: HTMLElement, wiring: Wiring): FormulaEditor {
  const field = new MathfieldElement();
  field.setAttribute('aria-label', wiring.label);
  field.setAttribute('aria-describedby', wiring.describedBy);
  into.append(field);
  field.mathVirtualKeyboardPolicy = 'manual';
  field.menuItems = [];
  field.smartFence = true;
  field.smartSuperscript = false;
  // A backslash would begin TeX, which nobody is asked to know; what is pasted is understood.
  field.keybindings = field.keybindings.filter(({ command }) => !String(command).includes('latex'));
  field.inlineShortcuts = { ...field.inlineShortcuts, ...greekShortcuts(wiring.vocabulary) };
  field.addEventListener('input', () => {
    wiring.onchange(plainText(field.value, wiring.vocabulary));
  });
  field.addEventListener(
    'keydown',
    (event) => {
      // Tab leaves the field, as it does everywhere on the page; Enter sends the form.
      if (event.key === 'Tab') event.stopImmediatePropagation();
      if (event.key !== 'Enter') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      wiring.onsubmit();
    },
    { capture: true },
  );
  return {
    show(text) {
      const reading = readFormula(text, wiring.vocabulary);
      const tex = reading.ok ? writeTex(reading.value.formula) : text;
      field.setValue(tex, { silenceNotifications: true });
    },
    focus() {
      field.focus();
    },
    remove() {
      field.remove();
    },
  };
}

/** What can be read is handed on in its canonical text, which needs no knowledge of TeX; the rest as it is. */
function plainText(tex: string, vocabulary: Vocabulary): string {
  const reading = readFormula(tex, vocabulary);
  const isSettled = reading.ok && reading.value.alternatives.every(({ how }) => how !== 'ask');
  return isSettled ? writeText(reading.value.formula) : tex;
}

/** `lambda` becomes λ as it is typed, where the question has such a symbol. */
function greekShortcuts({ symbols, functions }: Vocabulary): Record<string, string> {
  const long = [...symbols, ...functions].filter((name) => /^[a-z]{2,}$/.test(name));
  return Object.fromEntries(long.map((name) => [name, `\\${name}`]));
}
