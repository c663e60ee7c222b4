"""Pages that a benchmark makes anew come from behind the kept ones, whatever else stands before them."""

import pytest

from benchmarks.layers import behind
from portal.last_resort import LastResort
from tests.portal.test_start import start

pytestmark = pytest.mark.any_database


def test_it_is_found_behind_any_number_of_layers():
    inner = object()
    assert behind(_Kept, _Kept(inner)) is inner
    assert behind(_Kept, LastResort(LastResort(_Kept(inner)))) is inner


def test_a_layer_that_is_not_there_is_told():
    with pytest.raises(LookupError, match="No _Kept stands around"):
        behind(_Kept, LastResort(object()))


@pytest.mark.parametrize("module", ["benchmarks.unkept", "benchmarks.unremembered"])
def test_what_is_measured_is_django_itself(module, tmp_path):
    done = start(["-c", f"import {module} as it; print(type(it.application).__name__)"], tmp_path)
    assert done.stdout == "WSGIHandler\n", done.stderr


class _Kept:
    def __init__(self, application):
        self.application = application
