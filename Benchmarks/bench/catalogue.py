"""Every benchmark, in the order of the report."""
from .contender import Contender
from .create_contender import CreateFunction
from .engine_contenders import MODULES, Spawn
from .http_contenders import (
    AddBesideEndlessKernels, AddBesideSpinners, DeadlineOvershoot, FloorHello, Health, InvokeAdd, InvokeKernel,
    InvokeNotFound, InvokeSHA256, KernelBesideEndlessKernels, WasmtimeServeHello)
from .job_contender import InvokeAsync
from .kernel_contenders import kernel_contenders
from .memory_contenders import FunctionsMemory, IdleMemory, ModulesMemory
from .tenancy_contenders import tenancy_contenders


def contenders() -> list[Contender]:
    spawns = [Spawn(module, is_yardstick) for module in MODULES for is_yardstick in (False, True)]
    return [
        Health(), CreateFunction(), InvokeNotFound(), InvokeAdd(), InvokeSHA256(), InvokeAsync(), WasmtimeServeHello(),
        FloorHello(), AddBesideSpinners(), InvokeKernel(), AddBesideEndlessKernels(), KernelBesideEndlessKernels(),
        *spawns, DeadlineOvershoot(), IdleMemory(), FunctionsMemory(),
        ModulesMemory(), *tenancy_contenders(), *kernel_contenders()]
