"""Anki's own engine imports a package, and the same once more; prints what both took as JSON."""

import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

from bench.speed import clocked


def main(package: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(f"{folder}/collection.anki2")
        request = ImportAnkiPackageRequest(
            package_path=str(package), options=ImportAnkiPackageOptions()
        )
        costs = [clocked(lambda: collection.import_anki_package(request)) for _ in range(2)]
        collection.close()
    print(json.dumps([asdict(cost) for cost in costs]))


main(Path(sys.argv[1]))
