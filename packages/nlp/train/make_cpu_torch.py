"""Makes the standard torch wheel run without CUDA: its CUDA libraries are replaced by stubs. Needs gcc and nm.

The registry's Linux wheel links CUDA libraries of several gigabytes that a CPU never calls. Each library that is missing, and torch's own CUDA
parts, become a small library that defines the symbols the CPU parts ask for. Run once after `pip install --no-deps torch`.
"""

import importlib.util
import pathlib
import re
import subprocess
import tempfile

CPU_PARTS = ["libtorch_global_deps.so", "libtorch.so", "libtorch_cpu.so", "libtorch_python.so", "libshm.so", "libc10.so"]
STUBBED = ["libtorch_cuda.so", "libc10_cuda.so", "libcudart.so.12", "libcupti.so.12", "libcudnn.so.9"]
UNUSED = ["libtorch_cuda_linalg.so", "libcaffe2_nvrtc.so"]
TORCH_SYMBOL = re.compile("(?i)^_Z.*(cuda|nccl|sdp|c10d|cudnn|torch|2at|3c10|gloo)")
NO_DEVICE_ERROR = 100


def symbols(library: pathlib.Path, flag: str) -> list[str]:
    """Strong dynamic symbols of a library, with their versions."""
    out = subprocess.run(["nm", "-D", flag, str(library)], capture_output=True, text=True, check=True).stdout
    fields = [line.split() for line in out.splitlines() if line.strip()]
    return [f[-1] for f in fields if f[-2] not in ("w", "v")]


def definition(name: str, is_torch: bool) -> list[str]:
    """Assembly that defines one symbol: type information, data or a function."""
    head = [f'.globl "{name}"']
    if name.startswith("_ZTI"):
        content = ["_ZTVN10__cxxabiv117__class_type_infoE+16", f"name_{name}"]
        return [".data", ".balign 64", *head, f'"{name}": .quad {content[0]}', f".quad {content[1]}", f'name_{name}: .asciz "{name[4:]}"']
    if name.startswith("_ZT") or name.endswith("9allocatorE"):
        return [".data", ".balign 64", *head, f'"{name}": .zero 256']
    body = f"mov ${NO_DEVICE_ERROR}, %eax"
    if is_torch:
        body = "xor %eax, %eax" if "count" in name else "lea blank(%rip), %rax"
    return [".text", *head, f'.type "{name}", @function', f'"{name}": {body}', "ret"]


def build(library: pathlib.Path, names: set[str]) -> None:
    """Compile one stub library over what was there."""
    is_torch = ".so." not in library.name
    lines = [".bss", ".balign 64", "blank: .zero 65536"]
    for name in sorted(names):
        lines += definition(name, is_torch)
    lines.append('.section .note.GNU-stack,"",@progbits')
    with tempfile.TemporaryDirectory() as folder:
        source, versions = pathlib.Path(folder, "stub.s"), pathlib.Path(folder, "versions")
        source.write_text("\n".join(lines) + "\n")
        versions.write_text(f"{library.name} {{ global: *; }};\n")
        command = ["gcc", "-shared", "-nostdlib", f"-Wl,-soname,{library.name}", "-o", str(library), str(source)]
        if not is_torch:
            command.append(f"-Wl,--version-script={versions}")
        library.unlink(missing_ok=True)
        subprocess.run(command, check=True)


def main() -> None:
    """Find torch and stub its CUDA libraries."""
    package = importlib.util.find_spec("torch")
    if package is None or package.origin is None:
        raise SystemExit("torch is not installed: pip install --no-deps -r requirements.txt")
    folder = pathlib.Path(package.origin).parent / "lib"
    defined = {s.split("@")[0] for part in CPU_PARTS for s in symbols(folder / part, "--defined-only")}
    wanted: set[str] = set()
    versioned: dict[str, set[str]] = {}
    for part in CPU_PARTS:
        for symbol in symbols(folder / part, "--undefined-only"):
            name, _, version = symbol.replace("@@", "@").partition("@")
            if version in STUBBED:
                versioned.setdefault(version, set()).add(name)
            elif not version and name not in defined and TORCH_SYMBOL.match(name):
                wanted.add(name)
    for unused in [folder / name for name in UNUSED] + list(folder.glob("libcusparseLt*")):
        unused.unlink(missing_ok=True)
    for name in STUBBED:
        build(folder / name, wanted if name == "libtorch_cuda.so" else versioned.get(name, set()))
    print("stubbed", ", ".join(STUBBED), "in", folder)


if __name__ == "__main__":
    main()
