"""Makes the goldens beside it: python make_goldens.py (Pillow, transformers)."""
import base64, io, json
import numpy as np
import PIL
from PIL import Image, ImageOps
import transformers
from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil
from transformers.models.convnext.image_processing_pil_convnext import ConvNextImageProcessorPil
from transformers.models.deit.image_processing_pil_deit import DeiTImageProcessorPil
from transformers.models.vit.image_processing_pil_vit import ViTImageProcessorPil

rng = np.random.default_rng(7)
y, x = np.mgrid[0:23, 0:37]
smooth = np.stack([(x * 7) % 256, (y * 11) % 256, (x * y) % 256], -1)
noisy = np.where(rng.random((23, 37, 1)) < 0.3, rng.integers(0, 256, (23, 37, 3)), smooth).astype(np.uint8)
image = Image.fromarray(noisy)


def text(data):
    return base64.b64encode(data).decode()


def png(img, **options):
    out = io.BytesIO()
    img.save(out, "PNG", **options)
    return text(out.getvalue())


filters = ["NEAREST", "BOX", "BILINEAR", "HAMMING", "BICUBIC", "LANCZOS"]
resized = [
    {"filter": f, "width": w, "height": h, "values": text(image.resize((w, h), Image.Resampling[f]).tobytes())}
    for f in filters for w, h in [(16, 12), (50, 41), (37, 8), (9, 23), (1, 1)]
]
exif = []
for orientation in range(1, 9):
    data = Image.Exif()
    data[0x0112] = orientation
    small = image.crop((0, 0, 5, 3))
    upright = io.BytesIO()
    small.save(upright, "PNG", exif=data)
    turned = ImageOps.exif_transpose(Image.open(upright))
    photo = io.BytesIO()
    small.save(photo, "JPEG", quality=95, exif=data)
    jpeg = ImageOps.exif_transpose(Image.open(photo))
    exif.append({
        "png": text(upright.getvalue()), "jpeg": text(photo.getvalue()), "width": turned.width,
        "height": turned.height, "values": text(turned.tobytes()), "jpegValues": text(jpeg.tobytes())})

clear = Image.fromarray(np.dstack([noisy[:3, :5], np.arange(15, dtype=np.uint8).reshape(3, 5) * 17]), "RGBA")
palette = image.crop((0, 0, 5, 3)).quantize(4)
grey = image.crop((0, 0, 5, 3)).convert("L")
grey_clear = Image.merge("LA", [grey, clear.getchannel("A")])
modes = [
    {"mode": m.mode, "png": png(m), "rgb": text(m.convert("RGB").tobytes()), "grey": text(m.convert("RGB").convert("L").tobytes())}
    for m in [clear, palette, grey, grey_clear, image.crop((0, 0, 5, 3)), grey.convert("1")]
]

processors = []
for made in [
    ViTImageProcessorPil(size={"height": 16, "width": 12}),
    ViTImageProcessorPil(size={"height": 12, "width": 12}, resample=3, image_mean=[0.485, 0.456, 0.406], image_std=[0.229, 0.224, 0.225]),
    ViTImageProcessorPil(size={"height": 9, "width": 9}, do_normalize=False, rescale_factor=1 / 127.5),
    ViTImageProcessorPil(size={"height": 9, "width": 9}, do_rescale=False, image_mean=[127.5] * 3, image_std=[63.0] * 3),
    DeiTImageProcessorPil(size={"height": 17, "width": 17}, crop_size={"height": 12, "width": 12}),
    CLIPImageProcessorPil(size={"shortest_edge": 17}, crop_size={"height": 12, "width": 12}),
    CLIPImageProcessorPil(size={"shortest_edge": 14}, crop_size={"height": 11, "width": 14}, resample=1),
    ConvNextImageProcessorPil(size={"shortest_edge": 14}, crop_pct=0.875),
    ConvNextImageProcessorPil(size={"shortest_edge": 384}, resample=2),
]:
    values = np.asarray(made(image, return_tensors="np")["pixel_values"][0], dtype=np.float32)
    if values.shape[-1] > 100:
        stride = 16
    else:
        stride = 1
    processors.append({
        "config": json.loads(json.dumps(made.to_dict(), default=int)), "shape": list(values.shape), "stride": stride,
        "values": text(values[:, ::stride, ::stride].astype(">f4").tobytes())})

cmyk = io.BytesIO()
image.crop((0, 0, 5, 3)).convert("CMYK").save(cmyk, "JPEG")

json.dump({
    "made_by": f"Pillow {PIL.__version__}, transformers {transformers.__version__}",
    "image": png(image), "cmyk": text(cmyk.getvalue()), "resized": resized, "exif": exif, "modes": modes, "processors": processors,
}, open("goldens.json", "w"), indent=1)
