using Vesper.Customers.Archive;
using Vesper.Customers.Board;
using Vesper.Customers.Deals;
using Vesper.Customers.GradeWords;
using Vesper.Customers.Exports;
using Vesper.Customers.Handovers;
using Vesper.Customers.Imports;
using Vesper.Customers.Inventories;
using Vesper.Customers.JointVisits;
using Vesper.Customers.People;
using Vesper.Customers.Pool;
using Vesper.Kit.Jobs;
using Vesper.Kit.Live;

namespace Vesper.Customers;

/// <summary>客户: archive, contacts and key persons, facts, grade, stage, deals.</summary>
static class CustomersRoom
{
    public static void AddCustomers(this IServiceCollection services) => services
        .AddSingleton(new GradeOptions()).AddSingleton<Consumer, CustomersConsumer>().AddSingleton<Consumer, ProposalsTaken>().AddSingleton<Job, GradesJob>().AddSingleton<Job, FallsJob>()
        .AddSingleton<Consumer, PoolConsumer>().AddSingleton<Job, PoolJob>().AddSingleton<Job, OrphansJob>()
        .AddSingleton(new InventoryOptions()).AddSingleton<Consumer, InventoryConsumer>().AddSingleton(new JointOptions()).AddSingleton<Consumer, JointConsumer>()
        .AddSingleton(new ImportOptions()).AddSingleton<ImportRun>().AddSingleton<ImportUndo>().AddSingleton<ImportUpload>().AddSingleton<ImportLook>().AddSingleton<JobBell>().AddSingleton<Job, ImportJob>().AddSingleton(new ExportOptions()).AddSingleton<Job, ExportJob>()
        .AddSingleton(new DealOptions())
        .AddSingleton(new HandoverOptions()).AddSingleton<Job, DualOwnersJob>()
        .AddHostedService<CustomerSearchFill>().AddArchive();

    public static void MapCustomersRoom(this IEndpointRouteBuilder api)
    {
        api.MapCustomers();
        api.MapCollisions();
        api.MapContacts();
        api.MapPeople();
        api.MapGradeWords();
        api.MapDeals();
        api.MapDealSteps();
        api.MapOffers();
        api.MapProducts();
        api.MapBoard();
        api.MapPool();
        api.MapPoolHands();
        api.MapProtection();
        api.MapPoolRules();
        api.MapArchive();
        api.MapImports();
        api.MapInventories();
        api.MapJointVisits();
        api.MapExports();
        api.MapHandovers();
    }
}
