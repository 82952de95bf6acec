import { drawFigure } from './draw-figure.ts';

/** Pixels of the file for one of the page, so that a picture is sharp in print. */
const pixelsEach = 2;

/** Offers a figure of the page as a file, in light colours with its ground and its title. */
export async function saveFigure(
  figure: HTMLElement,
  name: string,
  type: 'svg' | 'png',
): Promise<void> {
  const { svg, width, height } = await drawFigure(figure);
  const drawing = new Blob([svg], { type: 'image/svg+xml' });
  offer(type === 'svg' ? drawing : await pixels(drawing, width, height), `sextant-${name}.${type}`);
}

async function pixels(drawing: Blob, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(drawing);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * pixelsEach;
    canvas.height = height * pixelsEach;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error('The canvas gave no picture.'));
        else resolve(blob);
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function offer(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has the file once this turn is over.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  });
}
