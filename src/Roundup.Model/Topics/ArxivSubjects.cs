using System.Collections.Frozen;

namespace Roundup.Model.Topics;

/// <summary>
/// arXiv's subject classes in plain words, to suggest topics by. The codes are those of arxiv.org/category_taxonomy; the names are shorter where
/// the taxonomy's are a library's (cs.CL is “Computation and Language” there). A class that says next to nothing of a paper has none.
/// </summary>
public static class ArxivSubjects
{
    private const string Table = """
        cs.AI Artificial intelligence
        cs.AR Hardware architecture
        cs.CC Computational complexity
        cs.CE Computational engineering
        cs.CG Computational geometry
        cs.CL Natural language processing
        cs.CR Security
        cs.CV Computer vision
        cs.CY Computers and society
        cs.DB Databases
        cs.DC Distributed computing
        cs.DL Digital libraries
        cs.DM Discrete mathematics
        cs.DS Algorithms
        cs.ET Emerging technologies
        cs.FL Formal languages
        cs.GR Graphics
        cs.GT Game theory
        cs.HC Human–computer interaction
        cs.IR Information retrieval
        cs.IT Information theory
        cs.LG Machine learning
        cs.LO Logic
        cs.MA Multi-agent systems
        cs.MM Multimedia
        cs.MS Mathematical software
        cs.NA Numerical analysis
        cs.NE Evolutionary computing
        cs.NI Networking
        cs.OS Operating systems
        cs.PF Performance
        cs.PL Programming languages
        cs.RO Robotics
        cs.SC Symbolic computation
        cs.SD Sound
        cs.SE Software engineering
        cs.SI Social networks
        cs.SY Control systems
        econ.EM Econometrics
        econ.GN Economics
        econ.TH Economic theory
        eess.AS Speech
        eess.IV Image processing
        eess.SP Signal processing
        eess.SY Control systems
        math.AG Algebraic geometry
        math.AP Differential equations
        math.AT Algebraic topology
        math.CO Combinatorics
        math.CT Category theory
        math.DG Differential geometry
        math.DS Dynamical systems
        math.FA Functional analysis
        math.GR Group theory
        math.GT Geometric topology
        math.IT Information theory
        math.LO Logic
        math.NA Numerical analysis
        math.NT Number theory
        math.OC Optimisation
        math.PR Probability
        math.RT Representation theory
        math.ST Statistics
        astro-ph.CO Cosmology
        astro-ph.EP Planets
        astro-ph.GA Galaxies
        astro-ph.HE High-energy astrophysics
        astro-ph.IM Astronomical instruments
        astro-ph.SR Stars
        cond-mat.dis-nn Disordered systems
        cond-mat.mes-hall Nanoscale physics
        cond-mat.mtrl-sci Materials science
        cond-mat.quant-gas Quantum gases
        cond-mat.soft Soft matter
        cond-mat.stat-mech Statistical mechanics
        cond-mat.str-el Correlated electrons
        cond-mat.supr-con Superconductivity
        gr-qc Gravitation
        hep-ex Particle experiments
        hep-lat Lattice field theory
        hep-ph Particle phenomenology
        hep-th High-energy theory
        math-ph Mathematical physics
        nlin.AO Self-organisation
        nlin.CD Chaos
        nucl-ex Nuclear experiments
        nucl-th Nuclear theory
        physics.ao-ph Atmosphere and oceans
        physics.app-ph Applied physics
        physics.atom-ph Atomic physics
        physics.bio-ph Biophysics
        physics.chem-ph Chemical physics
        physics.comp-ph Computational physics
        physics.data-an Data analysis
        physics.ed-ph Physics education
        physics.flu-dyn Fluid dynamics
        physics.geo-ph Geophysics
        physics.hist-ph History of physics
        physics.med-ph Medical physics
        physics.optics Optics
        physics.plasm-ph Plasma physics
        physics.soc-ph Physics of society
        q-bio.BM Biomolecules
        q-bio.CB Cell behaviour
        q-bio.GN Genomics
        q-bio.MN Molecular networks
        q-bio.NC Neuroscience
        q-bio.PE Evolution
        q-bio.QM Quantitative biology
        q-bio.TO Tissues and organs
        q-fin.CP Computational finance
        q-fin.EC Economics
        q-fin.MF Mathematical finance
        q-fin.PM Portfolios
        q-fin.PR Pricing
        q-fin.RM Risk
        q-fin.ST Statistical finance
        q-fin.TR Trading
        quant-ph Quantum physics
        stat.AP Applied statistics
        stat.CO Computational statistics
        stat.ME Statistical methods
        stat.ML Machine learning
        stat.TH Statistics
        """;

    private static readonly FrozenDictionary<string, string> Names = Table.Split('\n')
        .Select(line => line.Trim().Split(' ', 2)).ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>Natural language processing, of cs.CL; null for a class that has no name, or is none of arXiv's.</summary>
    public static string? NameOf(string code) => Names.GetValueOrDefault(code);
}
