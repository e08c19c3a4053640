"""The motifs: what a drawing shows."""

from __future__ import annotations

import importlib
from enum import StrEnum
import os
from vinhdanh.showcase.drawings.palette import Hue
HUE = dict(waves='blue',gears='violet',gallery='rust',hull='sea',compass='ink',platform='teal',latex='green',furnace='brick',weave='rose',circuit='jade',cells='ochre',leaves='olive',molecule='plum',process='amber',crane='violet',rail='sea',press='plum',drum='red',medal='gold',milestones='red',building='ink',pages='ink',map='ink')
names=[n for n in HUE if os.path.exists(os.path.dirname(__file__)+f'/{n}.py')]
Motif = StrEnum('Motif', [(n.upper(), n) for n in names])
PAINTERS = {Motif(n): importlib.import_module('vinhdanh.showcase.drawings.motifs.'+n).paint for n in names}
HUES = {Motif(n): Hue(HUE[n]) for n in names}
