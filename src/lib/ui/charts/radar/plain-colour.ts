/** Any CSS colour as rgba(): a canvas resolves what Chart.js cannot parse, such as oklch(). */
function plainColour(css: string, alpha: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  if (context === null) return css;
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return `rgba(${red}, ${green}, ${blue}, ${alpha})`;
}

/** A token's colour in the present scheme: only a real property resolves light-dark(). */
export function tokenColour(host: HTMLElement, token: string, alpha = 1): string {
  const before = host.style.color;
  host.style.color = `var(${token})`;
  const colour = plainColour(getComputedStyle(host).color, alpha);
  host.style.color = before;
  return colour;
}
