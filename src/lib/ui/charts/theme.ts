/** What charts are drawn with where CSS cannot reach: on a canvas, and in files. */
export interface ChartTheme {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly grid: string;
  readonly measured: string;
  readonly interval: string;
  readonly target: string;
  readonly self: string;
  readonly earlier: string;
  readonly sans: string;
  readonly serif: string;
}

/** The tokens of `app.css` as they are in this place now; only a real property resolves light-dark(). */
export function themeOf(host: HTMLElement): ChartTheme {
  const probe = document.createElement('span');
  host.append(probe);
  const colour = (token: string) => {
    probe.style.color = `var(${token})`;
    return plainColour(getComputedStyle(probe).color);
  };
  const font = (token: string) => {
    probe.style.fontFamily = `var(${token})`;
    return getComputedStyle(probe).fontFamily;
  };
  const theme = {
    paper: colour('--paper'),
    ink: colour('--ink'),
    soft: colour('--ink-soft'),
    grid: colour('--rule'),
    measured: colour('--mark-measured'),
    interval: colour('--mark-interval'),
    target: colour('--mark-target'),
    self: colour('--mark-self'),
    earlier: colour('--mark-earlier'),
    sans: font('--sans'),
    serif: font('--serif'),
  };
  probe.remove();
  return theme;
}

let pixel: CanvasRenderingContext2D | null = null;

/** Any CSS colour as rgba(): a canvas resolves what others cannot parse, such as oklch(). */
export function plainColour(css: string, alpha = 1): string {
  if (pixel === null) {
    const canvas = document.createElement('canvas');
    canvas.width = 1;
    canvas.height = 1;
    pixel = canvas.getContext('2d', { willReadFrequently: true });
  }
  if (pixel === null) return css;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = css;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, opacity = 255] = pixel.getImageData(0, 0, 1, 1).data;
  return `rgba(${red}, ${green}, ${blue}, ${Number(((alpha * opacity) / 255).toFixed(3))})`;
}
